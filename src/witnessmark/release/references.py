"""From a citation to what a reader needs of it: who, what, when, the words, and the place in the bundle."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.findings import Finding, Reply
from witnessmark.evidence.snapshot import Evidence
from witnessmark.evidence.sources import Item
from witnessmark.evidence.statements import Quantity, Statement
from witnessmark.evidence.text import Passage, Text
from witnessmark.release.errors import ReleaseRefusedError
from witnessmark.text.passages import find_segment

#: Longer quotations are cut in a footnote; the passage page shows all of it.
QUOTE_LENGTH = 160


@dataclass(frozen=True, kw_only=True)
class Reference:
    """One cited record: `href` leads to the passage, relative to the folder of the report."""

    id: str
    item: str
    locator: str = ""
    href: str = ""
    who: str = ""
    title: str = ""
    date: str = ""
    quote: str = ""
    withheld: str = ""
    note: str = ""


def anchor(evidence: Evidence, text: str, start: int) -> str:
    """Return the anchor of an offset: `p-300` in an item's first text, `p-T5-300` in its others."""
    record: Text = evidence.index[text]
    item: Item = evidence.index[record.item]
    return f"p-{start}" if item.texts and item.texts[0] == text else f"p-{text}-{start}"


def resolve(evidence: Evidence, name: str, locator: str = "", quotations: Sequence[str] = ()) -> Reference:
    """Return the reference of a public id; `quotations` are the words the report quotes from it.

    Raises `ReleaseRefusedError` for an id that is not in the public snapshot, or a kind that cannot be cited.
    """
    record = evidence.index.get(name)
    if isinstance(record, Statement):
        return statement_reference(evidence, record, locator, quotations)
    if isinstance(record, Item):
        return item_reference(evidence, record, name, locator, quotations)
    if isinstance(record, Reply) and record.item:
        return item_reference(evidence, evidence.index[record.item], name, locator, quotations)
    if isinstance(record, Quantity):
        return quantity_reference(evidence, record, locator)
    if isinstance(record, Finding):
        return Reference(id=name, item="", href=f"index.html#{name}", title="finding of this report")
    raise ReleaseRefusedError(
        "the report cites something that cannot be shown", got=name, expected="a statement, item, quantity or finding",
        do="Correct the citation",
    )  # fmt: skip


def statement_reference(evidence: Evidence, record: Statement, locator: str, quotations: Sequence[str]) -> Reference:
    """Return the reference of a statement: its speaker's words in their place."""
    item: Item = evidence.index[record.item]
    base = item_reference(evidence, item, record.id, locator, quotations)
    if record.withheld:
        place = "withheld" if item.disclosure == "withheld" else "item"
        return Reference(id=record.id, item=item.id, href=f"passages/{item.id}.html#{place}", withheld=record.withheld)
    place = anchor(evidence, record.passage.text, record.passage.start)
    return Reference(
        id=record.id, item=item.id, locator=locator or segment_label(evidence, record.passage), note=base.note,
        href=f"passages/{item.id}.html#{place}", who=source_name(evidence, record.speaker) or base.who,
        title=base.title, date=shown_date(record.date) or base.date, quote=shortened(record.passage.quote),
    )  # fmt: skip


def item_reference(
    evidence: Evidence, item: Item, name: str, locator: str, quotations: Sequence[str] = ()
) -> Reference:
    """Return the reference of an item: the segment that the locator names, else its beginning."""
    if item.disclosure == "withheld":
        return Reference(id=name, item=item.id, href=f"passages/{item.id}.html#withheld", withheld="withheld")
    place = "text" if item.texts else "item"
    for text in item.texts if locator else ():
        segment = find_segment(evidence.index[text], locator)
        if segment is not None:
            place = anchor(evidence, text, segment.start)
            break
    return Reference(
        id=name, item=item.id, locator=locator, href=f"passages/{item.id}.html#{place}", title=item.title,
        who=source_name(evidence, item.source) or source_name(evidence, item.publisher),
        date=shown_date(item.published), note=translation_note(evidence, item, quotations),
    )  # fmt: skip


def translation_note(evidence: Evidence, item: Item, quotations: Sequence[str]) -> str:
    """Say when quoted words stand not in the original but in an attested translation or transcription of it."""
    texts: list[Text] = [evidence.index[name] for name in item.texts]
    for text in texts:
        derived = text.kind in {"translation", "transcription"} and bool(text.attested_by)
        others = "\n".join(other.content for other in texts if other.kind != text.kind)
        if derived and any(words in text.content and words not in others for words in quotations):
            return f"quoted from the attested {text.kind}"
    return ""


def quantity_reference(evidence: Evidence, record: Quantity, locator: str) -> Reference:
    """Return the reference of a quantity: the first place where it was read, else the first statement of it."""
    for passage in record.passages:
        item = evidence.index[evidence.index[passage.text].item]
        return Reference(
            id=record.id, item=item.id, locator=locator or segment_label(evidence, passage), title=item.title,
            href=f"passages/{item.id}.html#{anchor(evidence, passage.text, passage.start)}",
            who=source_name(evidence, record.owner), date=shown_date(item.published), quote=shortened(passage.quote),
        )  # fmt: skip
    for statement in record.statements:
        found = statement_reference(evidence, evidence.index[statement], locator, ())
        return Reference(**{**{key: getattr(found, key) for key in found.__dataclass_fields__}, "id": record.id})
    return Reference(id=record.id, item="", withheld="its source is withheld")


def segment_label(evidence: Evidence, passage: Passage) -> str:
    """Return the label of the smallest labelled part that holds the passage, such as "p. 7"; "" when there is none."""
    text: Text = evidence.index[passage.text]
    around = [one for one in text.segments if one.label and one.start <= passage.start < one.end]
    return min(around, key=lambda one: one.end - one.start).label if around else ""


def source_name(evidence: Evidence, name: str) -> str:
    """Return the public name of a source or organisation, "" when there is none."""
    record: Any = evidence.index.get(name)
    return str(record.name) if record is not None else ""


def shown_date(date: PartialDate | None) -> str:
    """Return a date as it is known, no more exact."""
    return "" if date is None else date.value + (f" ({date.note})" if date.note else "")


def shortened(words: str) -> str:
    """Return the words on one line, without outer quotation marks, cut at a space where they are long."""
    line = " ".join(words.split()).strip('“”"«»„').strip()
    return line if len(line) <= QUOTE_LENGTH else line[:QUOTE_LENGTH].rsplit(" ", 1)[0] + " …"
