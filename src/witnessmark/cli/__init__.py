"""The commands: they parse arguments, call one flow or pure function, and show the result as text or JSON.

No rule of the field lives here, and Django is imported only by commands that need a casefile.
"""
