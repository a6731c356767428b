"""Which translations speak for an item."""

import msgspec
import pytest


@pytest.mark.parametrize(("made_from", "fires"), [("T7", False), ("", False), ("T1", True)])
def test_a_translation_counts_only_if_it_was_made_from_a_text_of_the_item(codes, evidence, made_from, fires):
    texts = tuple(
        msgspec.structs.replace(one, source_text=made_from) if one.kind == "translation" else one
        for one in evidence.texts
    )
    changed = msgspec.structs.replace(evidence, texts=texts)
    for cited in ("S11", "E7"):
        found = codes(
            f"The directive says that “17 miners are to be brought to the hall” [@{cited}].", evidence=changed
        )
        assert ("WM103" in found) == fires
