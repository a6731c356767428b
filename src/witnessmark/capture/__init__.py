"""Bytes in: files, mail parts and web pages are told by their content, hostile ones refused, and how each came in recorded.

Nothing here reads a text, changes a byte of what it takes in, or keeps it: the store of the custody room does.
"""

from witnessmark.capture.admit import Admitted, admit_bytes, admit_file
from witnessmark.capture.limits import FetchLimits, Limits
from witnessmark.capture.record import collection_record

__all__ = ["Admitted", "FetchLimits", "Limits", "admit_bytes", "admit_file", "collection_record"]
