"""Exact text work: folding that keeps offsets, passages, the quotation matcher, search terms, scripts, fingerprints.

What words mean (dates, numbers, names, sentences) is in `language`; who said them is in `reading`.
"""
