"""The vocabulary: frozen values for everything the field names, and their JSON form.

No behaviour lives here beyond validity; nothing here reads bytes, thinks about text or touches a disk.
"""
