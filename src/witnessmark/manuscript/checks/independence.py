"""WM2xx independence: how many origins stand behind what is asserted, and how they know."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from witnessmark.evidence.findings import Finding, ReplyRequest
from witnessmark.evidence.sources import Source
from witnessmark.manuscript.checks.scope import blanked
from witnessmark.manuscript.checks.voices import attributed, previous, voices_of
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.registry import Check, Hit
from witnessmark.manuscript.wording import ACT
from witnessmark.weighing.corroboration import Corroboration, corroborate, expand
from witnessmark.weighing.groups import Grouper
from witnessmark.weighing.origins import source_of

#: A person who tells of themselves is named in so many first words.
_OPENING: Final = 14
#: Levels that say themselves that there is no more than an account or an indication.
_MODEST: Final = frozenset({"account", "indications", "not-verified", "raises-concern"})


def assertions(context: Context) -> Sequence[Sentence]:
    """Sentences that assert a fact in the report's own voice, and the first sentence of each finding.

    A sentence that attributes ("X said", "X put the number at") claims no more than that X said it.
    """
    return [
        sentence
        for sentence in context.manuscript.sentences
        if _opens_finding(context, sentence)
        or (sentence.kind == "fact" and not attributed(context, sentence) and not _of_office(context, sentence))
    ]


def _of_office(context: Context, sentence: Sentence) -> bool:
    """Tell whether everything cited is the office's own record: what it did and how it worked has no second origin."""
    office = {_bare(context.manuscript.meta.get("office", "")), _bare(context.evidence.investigation.office)} - {""}
    sources = [source_of(context.evidence, one) for one in context.cited(sentence)]
    records = [context.evidence.index.get(one) for one in context.cited(sentence)]
    sources = [one for one, record in zip(sources, records, strict=True) if not isinstance(record, ReplyRequest)]
    return bool(records and office) and all(source is not None and _bare(source.name) in office for source in sources)


def _bare(name: str) -> str:
    """A body's name without its article and without what stands in brackets behind it."""
    return re.sub(r"^the |\s*\([^)]*\)", "", name.strip().casefold())


def _opens_finding(context: Context, sentence: Sentence) -> bool:
    div = context.manuscript.div(sentence, "finding")
    before = context.manuscript.sentences[sentence.ordinal - 1] if sentence.ordinal else None
    return div is not None and (before is None or context.manuscript.div(before, "finding") is not div)


def finding_of(context: Context, sentence: Sentence) -> Finding | None:
    """Return the finding in whose div a sentence stands, or None."""
    div = context.manuscript.div(sentence, "finding")
    record = context.evidence.index.get(div.ref) if div is not None else None
    return record if isinstance(record, Finding) else None


def is_modest(context: Context, sentence: Sentence) -> bool:
    """Tell whether a sentence stands in a finding of a level that claims no more than an account or an indication."""
    div = context.manuscript.div(sentence, "finding")
    finding = finding_of(context, sentence)
    return div is not None and (div.level or (finding.level if finding else "")) in _MODEST


def ids_of(context: Context, sentence: Sentence) -> tuple[str, ...]:
    """What a sentence rests on, known ids only; a finding's first sentence rests on the finding as well."""
    finding = finding_of(context, sentence)
    ids = (*context.cited(sentence), *((finding.id,) if finding else ()))
    return tuple(one for one in dict.fromkeys(ids) if one in context.evidence.index)


def weighed_of(context: Context, sentence: Sentence) -> Corroboration | None:
    """Return what stands behind a sentence, weighed once for each set of citations; None where nothing known is cited."""
    known: dict[tuple[str, ...], Corroboration | None] = context.shared.setdefault("weighed", {})
    ids = ids_of(context, sentence)
    if ids not in known:
        reached = expand(context.evidence, ids, strict=False)
        if "grouper" not in context.shared:
            context.shared["grouper"] = Grouper(context.evidence)
        known[ids] = corroborate(context.evidence, reached, grouper=context.shared["grouper"]) if reached else None
    return known[ids]


def _withheld(context: Context, sentence: Sentence, weighed: Corroboration) -> Iterable[Hit]:
    """Tell where a published snapshot may show more origins than there are: links of protected sources stay inside."""
    members = [member for group in weighed.groups_for for member in group.members]
    if context.evidence.public and any(_of_protected(context, member) for member in members):
        yield Hit(
            message="links of a protected source are withheld: there may be fewer origins than are shown", status="unchecked",
            got=f"{len(weighed.groups_for)} origins shown", expected="a run by somebody who may see them", sentence=sentence,
        )  # fmt: skip


def _of_protected(context: Context, member: str) -> bool:
    """Whether a record, or the item it stands in, comes from a protected source."""
    record = context.evidence.index[member]
    item = context.evidence.index.get(getattr(record, "item", ""), record)
    sources = (getattr(record, "speaker", ""), getattr(item, "source", ""))
    found = (context.evidence.index.get(one) for one in sources if one)
    return getattr(item, "protected", False) or any(getattr(one, "protected", False) for one in found)


def _single(context: Context, sentence: Sentence) -> Iterable[Hit]:
    weighed = weighed_of(context, sentence)
    if weighed is None or is_modest(context, sentence) or not weighed.groups_for:
        return
    if len(weighed.groups_for) > 1:
        yield from _withheld(context, sentence, weighed)
        return
    if _speaks_for_itself(context, sentence):
        return
    group = weighed.groups_for[0]
    why = "; ".join(group.reasons) if len(group.members) > 1 else "there is no other"
    yield Hit(
        message="everything cited has one origin", got=f"{', '.join(group.members)} ({why})",
        expected="a second independence group, or attribution to the source", sentence=sentence,
    )  # fmt: skip


#: What a body keeps or issues in the course of its work: it speaks for its own content.
_RECORDS: Final = re.compile(
    r"\b(?:register|table|list|licen[cs]e|law|decree|regulation|bulletin|certificate|permit|statistics|census|map|contract|"
    r"minutes|ledger|logbook|weather|meteorolog\w+|measurements?|imagery|satellite|images?|medical|forensic|examination|data|"
    r"gazette|constitution|judg?ment)\b",
    re.IGNORECASE,
)
_OF_THE_EXCHANGE: Final = re.compile(
    r"\b(?:corrected|after a comment|comments? (?:on|led|was|were)\b|(?:accepted|rejected|took up) (?:this|that|the|its|their|"
    r"his|her|both|two|one) (?:comment|correction|point|objection)s?|deadline|letter for comment|asked for comment|"
    r"(?:came|was (?:sent|enclosed|attached)|enclosed|attached) (?:with|to) (?:the|its|their|his|her) "
    r"(?:reply|letter|answer|comments?))\b",
    re.IGNORECASE,
)


_LAW: Final = re.compile(
    r"\b(?:law|decree|regulation|gazette|constitution|judg?ment|statute|treaty|act|code)\b", re.IGNORECASE
)
_UNKNOWN: Final = re.compile(
    r"\b(?:left open|remains? (?:open|unknown|unclear)|(?:is|are) not known|cannot be (?:determined|said|told)|"
    r"could not be (?:determined|established|verified))\b",
    re.IGNORECASE,
)


def of_law(context: Context, ids: tuple[str, ...]) -> bool:
    """Tell whether all that is cited is the text of a law or a notice of a State: it is the origin of what it says itself."""
    items = [context.evidence.index.get(getattr(context.evidence.index.get(one), "item", one)) for one in ids]
    return bool(items) and all(_LAW.search(getattr(one, "genre", "")) for one in items)


def exchanged(sentence: Sentence) -> bool:
    """Tell whether a sentence is on the exchange with who was asked: a comment, a correction, a deadline; and on no harm."""
    return bool(_OF_THE_EXCHANGE.search(sentence.text)) and not ACT.search(sentence.text)


_TOLD: Final = re.compile(
    r"\b(?:news|article|press|post|broadcast|testimony|interview|reply|statement|letter|mail|message|speech|video|blog)\w*",
    re.IGNORECASE,
)
#: Where a place is: nobody's allegation.
_PLACED: Final = re.compile(
    r"^[^,;]{3,60} (?:lies|lie|is situated|is located|are located|borders|stands|flows|belongs to the district)\b[^;]{3,80}$",
    re.IGNORECASE,
)
_PUBLISHED: Final = re.compile(
    r"^(?P<who>[^~]{3,100}?) (?:has |have |had )?(?:first |also |since )?(?:published|issued|posted|broadcast|printed|aired|"
    r"promulgated|adopted|handed down|"
    r"delivered|dated|updated)\b", re.IGNORECASE)  # fmt: skip


def is_placed(sentence: Sentence) -> bool:
    """Tell whether a sentence says no more than where a place is."""
    return bool(_PLACED.search(sentence.text)) and not re.search(r"\d", sentence.text) and not ACT.search(sentence.text)


def tells_of_itself(context: Context, sentence: Sentence) -> bool:
    """“The Lantern published its register on …”: that it was published stands in what was published."""
    match = _PUBLISHED.match(sentence.text)
    if match is None or ACT.search(sentence.text):
        return False
    said = {word.casefold() for word in re.findall(r"[^\W\d_][\w-]+", match["who"])}
    return bool(said & voices_of(context, sentence))


def _speaks_for_itself(context: Context, sentence: Sentence) -> bool:
    """Tell whether one origin is enough.

    No allegation is carried, and what is cited is a record of a reliable body that is no party, what a person of grade A or B
    tells of their own circumstances, or the exchange with who was asked.
    """
    if context.manuscript.div(sentence, "finding") is not None:
        return False
    ids = context.cited(sentence)
    if (
        _UNKNOWN.search(sentence.text)
        or exchanged(sentence)
        or of_law(context, ids)
        or tells_of_itself(context, sentence)
        or is_placed(sentence)
    ):
        return True
    known = [one for key in ids if (one := source_of(context.evidence, key)) is not None]
    if len(known) < len(ids) or any(one.interested or one.reliability not in {"A", "B"} for one in known):
        return False
    return _of_record(context, ids) or _of_themselves(context, sentence, known)


def _of_record(context: Context, ids: tuple[str, ...]) -> bool:
    """What a body keeps or issues, and no allegation."""
    if "alleging" not in context.shared:
        context.shared["alleging"] = {one.statement for one in context.evidence.stances}
    items = [context.evidence.index.get(getattr(context.evidence.index.get(one), "item", one)) for one in ids]
    return not set(ids) & context.shared["alleging"] and any(_is_record(one) for one in items)


def _is_record(item: object) -> bool:
    """By its genre; or by its title, for what is no news, no testimony, no party's words."""
    genre, title = (str(getattr(item, name, "")) for name in ("genre", "title"))
    return bool(_RECORDS.search(genre) or (not _TOLD.search(genre) and _RECORDS.search(title)))


def _of_themselves(context: Context, sentence: Sentence, known: list[Source]) -> bool:
    """One person, named in the first words, tells of what they were or did; no harm, or in their own words."""
    tellers = {one.id: one for one in known if one.kind == "person"}
    names = {word.casefold() for one in tellers.values() for word in re.findall(r"[^\W\d_][\w-]{2,}", one.name)}
    opening = {word.casefold() for word in re.findall(r"[^\W\d_][\w-]+", sentence.text)[:_OPENING]}
    named = bool(names & opening)
    if not named and opening & {"he", "she", "they", "his", "her", "their"}:
        before = previous(context, sentence)
        told = {one for one in context.cited(before) if source_of(context.evidence, one) in known} if before else set()
        named = bool(told)
    own = len(tellers) == 1 and len({one.id for one in known}) == 1 and named
    return own and (bool(sentence.quotations) or not ACT.search(blanked(sentence)))


def _hearsay(context: Context, sentence: Sentence) -> Iterable[Hit]:
    weighed = weighed_of(context, sentence)
    if weighed is None or is_modest(context, sentence) or not weighed.hearsay_only:
        return
    yield Hit(
        message="nothing but hearsay is cited", got=", ".join(one for one, _, _ in weighed.grades),
        expected="a first-hand account (distance 0 or 1), or attribution to who told it", sentence=sentence,
    )  # fmt: skip


CHECKS: Final = (
    Check(
        code="WM201", name="single-source", severity="E", scope="sentence", title="Everything cited has one origin",
        explanation="A sentence that asserts a fact in the report's own voice, and every finding that is more than an account or "
        "indications, needs two independence groups. Same witness, same document, wire copy, same parent organisation, "
        "citing one another and near duplicates make one group, however many outlets there are.",
        rule="methodology, rule 3, Corroboration, and Independence: “one group only E”",
        fix="Attribute the sentence to its source, or cite an independent one.", subjects=assertions, run=_single,
    ),
    Check(
        code="WM205", name="hearsay-only", severity="E", scope="sentence", title="Nothing but hearsay is cited",
        explanation="Every statement cited is told by one who neither experienced nor saw it (distance 2 or 3). Hearsay alone "
        "never carries an incident. A statement of unknown distance is not called hearsay.",
        rule="methodology, Corroboration: “hearsay alone never carries an incident”",
        fix="Cite a first-hand account, or attribute what was heard.", subjects=assertions, run=_hearsay,
    ),
)  # fmt: skip
