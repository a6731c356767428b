"""The stand-alone verifier of a release: small modules, standard library only, joined into the one file `verify.py`.

It shares no code with what writes a release, so that one mistake cannot hide another; it repairs and changes nothing.
"""

from witnessmark.verify.main import main

__all__ = ["main"]
