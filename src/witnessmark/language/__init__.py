"""Strings to values: sentences, dates, numbers, names, hedges, the language of a passage; offsets are code points.

No bytes, no line labels, no speakers live here: those are reading's.
"""
