"""Strings to values: sentences, dates, numbers, names, hedges and the language of a passage; all offsets in code points.

No bytes, no line labels, no speakers live here: those are reading's.
"""
