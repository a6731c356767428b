"""Witnessmark: from raw sources to a published report in which every sentence leads to preserved evidence."""
