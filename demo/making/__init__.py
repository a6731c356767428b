"""Makers of the binary sources of the training case: documents, pictures and sound, tables and mail.

No text of a source lives in the code beyond what a picture or a table needs; the words stand in the files beside it.
"""
