"""What the evidence weighs: origins, corroboration, the ladders of certainty, elements of crimes, positions of parties.

It proposes with reasons and never decides; nothing here reads manuscripts or keeps records.
"""
