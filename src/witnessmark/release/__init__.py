"""What leaves the house: redaction, the public snapshot, the rendered report, the sealed closed-world bundle.

Nothing here decides what may be public, collects evidence or keeps records; those decisions come in as a plan.
"""
