"""WM602: details told of a protected person in several places, which together tell who it is."""

from collections.abc import Iterable, Sequence
from typing import Final

from witnessmark.evidence.sources import Source
from witnessmark.evidence.statements import Statement
from witnessmark.manuscript.checks.scope import block_of, document
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.jigsaw import FEWEST, puzzles
from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.registry import Check, Hit


def _sources(context: Context, sentence: Sentence, names: dict[str, str]) -> frozenset[str]:
    """The protected sources that a sentence rests on, or that its block names by pseudonym."""
    said = block_of(context, sentence).text.casefold()
    found = {source for name, source in names.items() if name in said}
    for one in context.cited(sentence):
        record = context.evidence.index.get(one)
        item = context.evidence.index.get(record.item) if isinstance(record, Statement) else record
        found |= {getattr(record, "speaker", ""), getattr(item, "source", "")} - {""}
    return frozenset(found)


def _told(context: Context, _subject: Context) -> Iterable[Hit]:
    if context.protected is None:
        yield Hit(
            message="protected identities were not given to this run: nothing was compared", status="unchecked",
            expected="a run by somebody who may see them",
        )  # fmt: skip
        return
    sentences = context.manuscript.sentences
    names = {
        one.name.casefold(): one.id
        for one in context.evidence.sources
        if isinstance(one, Source) and one.protected and one.name
    }
    stretches: Sequence[tuple[str, frozenset[str]]] = [
        (sentence.text, _sources(context, sentence, names)) for sentence in sentences
    ]
    for found in puzzles(stretches, context.protected):
        last = sentences[found.stretches[-1]]
        places = ", ".join(f"paragraph {sentences[one].paragraph}" for one in found.stretches)
        yield Hit(
            message=f"what is told of {found.source} in several places tells who it is",
            got=f"{found.details} details ({places}); persons of the casefile whom they fit: {found.persons}",
            expected=f"details that fit at least {FEWEST} persons, or fewer details", sentence=last,
        )  # fmt: skip


CHECKS: Final = (
    Check(
        code="WM602", name="jigsaw", severity="B", scope="document", title="Details put together tell who it is",
        explanation="Two or more telling details (occupation, village, date of arrest …) of one protected person stand in the "
        "sentences that rest on what that person told or name the pseudonym, wherever they are in the report, and fewer than "
        "three protected persons of the casefile (our own choice) have them all. Details in one stretch are looked at by WM601.",
        rule="methodology, rule 6 and Protection: “jigsaw (unique combination of quasi-identifiers) B”",
        fix="Leave a detail out, or tell it less exactly.", subjects=document, run=_told,
    ),
)  # fmt: skip
