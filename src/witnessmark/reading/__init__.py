"""Bytes to text to labelled lines, statements and values: pure functions whose every result names tool and version.

Nothing here keeps records, touches a disk or a network, or decides: what it yields are proposals.
"""
