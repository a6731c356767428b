"""Who did what to which bytes, and the proof of it: log, commitments, signatures, stamps, store, keys.

What the bytes say, and who may see them, is decided elsewhere; nothing here opens the network by itself.
"""
