"""The only records: models, the services that read and write them, and the flows that take several rooms.

No reasoning lives here: checks, weighing and reading work on plain values, and meet the records in the snapshot.
"""
