"""The report as a value: parsed with exact places, its citations resolved, checked against the evidence, waivers applied.

Nothing here renders, stores or decides; records, redaction and release live elsewhere.
"""
