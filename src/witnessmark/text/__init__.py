"""Exact text work: offset-preserving folding, passages, the quotation matcher, the search analyser, scripts, fingerprints.

What words mean (dates, numbers, names, sentences) is in `language`; who said them is in `reading`.
"""
