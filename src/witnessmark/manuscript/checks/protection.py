"""WM6xx protection: no protected identity in anything that leaves, and nothing beyond what was consented to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from witnessmark.evidence.protected import Protected
from witnessmark.evidence.sources import Consent, Item, Source
from witnessmark.evidence.statements import Quantity, Statement
from witnessmark.manuscript.checks.scope import supported
from witnessmark.manuscript.companions import Companion
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.identities import IdentityFinder, find_identities
from witnessmark.manuscript.model import Block, Run, Sentence
from witnessmark.manuscript.registry import Check, Hit

_KEYS: Final = re.compile(r" ?\[@[A-Z]{1,2}\d+(?:; ?@[A-Z]{1,2}\d+)*\]")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch that leaves the house: its text, and where each character stands in the source."""

    text: str
    offsets: tuple[int, ...]


def _stretches(context: Context) -> Sequence[_Stretch]:
    """Everything that leaves: each block as it is read (markup gone), and the whole source (comments, attributes, meta)."""
    plain = [_plain(block) for block in context.manuscript.blocks if block.text.strip() and block.kind != "table"]
    source = context.manuscript.source
    lines = context.manuscript.lines
    told = {one.text for one in plain}
    raw = [
        _Stretch(lines.text(number), tuple(range(lines.starts[number], lines.ends[number] + 1)))
        for number in range(len(lines))
        if lines.text(number).strip() and _bare(lines.text(number)) not in told
    ]
    return [*plain, *raw] if source.strip() else []


def _bare(line: str) -> str:
    """A line without citations that are nothing but keys: what is left may be just what a block reads."""
    return _KEYS.sub("", line).strip()


def _plain(block: Block) -> _Stretch:
    offsets: list[int] = []
    for part in block.inlines:
        if isinstance(part, Run):
            exact = len(part.text) == part.end - part.start
            offsets.extend(part.start + (i if exact else 0) for i in range(len(part.text)))
    if len(offsets) != len(block.text):
        offsets = list(range(block.span.start, block.span.start + len(block.text)))
    return _Stretch(block.text, (*offsets, offsets[-1] + 1 if offsets else block.span.end))


def _leaks(context: Context, stretch: _Stretch) -> Iterable[Hit]:
    if context.protected is None:
        return
    for leak in _finder(context, context.protected).find(stretch.text):
        start, end = stretch.offsets[leak.start], stretch.offsets[leak.end - 1] + 1
        yield Hit(
            message=f"a protected identity shows: {leak.how} ({leak.source or 'a protected person'})",
            expected="the pseudonym, or nothing", start=start, end=end,
        )  # fmt: skip


def _finder(context: Context, protected: Protected) -> IdentityFinder:
    if "identities" not in context.shared:
        context.shared["identities"] = IdentityFinder(protected, shown=_shown(context))
    return context.shared["identities"]  # type: ignore[no-any-return]  # the shared table is untyped by design


def _shown(context: Context) -> tuple[str, ...]:
    if "shown" not in context.shared:
        evidence = context.evidence
        named = (*evidence.sources, *evidence.persons, *evidence.organisations, *evidence.places)
        context.shared["shown"] = tuple(str(getattr(record, "name", "")) for record in named)
    return context.shared["shown"]  # type: ignore[no-any-return]  # the shared table is untyped by design


def _identity_subjects(context: Context) -> Sequence[_Stretch | Companion | None]:
    return [*_stretches(context), *context.companions] if context.protected is not None else (None,)


def _companion_leaks(context: Context, companion: Companion) -> Iterable[Hit]:
    """Leaks in a file that leaves with the report: its name, and each of its parts. The words are not repeated."""
    if context.protected is None:
        return
    finder = _finder(context, context.protected)
    for place, text in (("file name", companion.name), *((part.place, part.text) for part in companion.parts)):
        for source, how in dict.fromkeys((leak.source, leak.how) for leak in finder.find(text)):
            where = (
                f"a file that leaves with the report, {place}" if place == "file name" else f"{companion.name}, {place}"
            )
            yield Hit(
                message=f"a protected identity shows in {where}: {how} ({source or 'a protected person'})",
                expected="the pseudonym, or nothing",
            )  # fmt: skip
    if companion.unread:
        yield Hit(message=f"{companion.name} could not be read whole: {companion.unread}", status="unchecked")


def _identity(context: Context, stretch: _Stretch | Companion | None) -> Iterable[Hit]:
    if isinstance(stretch, Companion):
        yield from _companion_leaks(context, stretch)
        return
    if stretch is None:
        yield Hit(
            message="protected identities were not given to this run: nothing was compared", status="unchecked",
            expected="a run by somebody who may see them",
        )  # fmt: skip
    else:
        yield from _leaks(context, stretch)


def _testimonies(context: Context) -> Sequence[tuple[Sentence, Source, str]]:
    """Every use of what a person told the office: sentence, source, cited id."""
    used: dict[tuple[int, str], tuple[Sentence, Source, str]] = {}
    for sentence in supported(context):
        for one in _reached(context, context.cited(sentence)):
            source = _needs_consent(context, one)
            if source is not None:
                used.setdefault((sentence.ordinal, source.id), (sentence, source, one))
    return list(used.values())


def _reached(context: Context, ids: tuple[str, ...]) -> list[str]:
    """Cited ids, and what cited findings and quantities rest on."""
    reached: dict[str, None] = {}
    waiting = list(ids)
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached[one] = None
            record = context.evidence.index.get(one)
            waiting += getattr(record, "rests_on", ())
            waiting += record.statements if isinstance(record, Quantity) else ()
    return list(reached)


def _needs_consent(context: Context, one: str) -> Source | None:
    """The person whose consent a cited record needs: one who told it to the office, not one quoted from a public page."""
    record = context.evidence.index.get(one)
    item = context.evidence.index.get(record.item) if isinstance(record, Statement) else record
    if not isinstance(item, Item):
        return None
    speaker = context.evidence.index.get(record.speaker) if isinstance(record, Statement) else None
    teller = context.evidence.index.get(item.source)
    for source in (speaker, teller):
        told = isinstance(source, Source) and source.kind == "person" and (
            source.protected or bool(source.consents) or (item.genre == "testimony" and source is teller)
        )  # fmt: skip
        if told and isinstance(source, Source):
            return source
    return None


def _exceeded(context: Context, subject: tuple[Sentence, Source, str]) -> Iterable[Hit]:
    sentence, source, one = subject
    plain, named = _state(source, "publication_without_identity"), _state(source, "publication_with_identity")
    if "given" not in {plain, named}:
        conditional = "conditional" in {plain, named}
        yield Hit(
            message=f"{source.id} did not consent to publication" if not conditional
            else f"{source.id} consents on a condition that no rule can read: {_condition(source)}",
            got=f"{one} is cited; consent: {_said(source)}", expected="consent to publication, given and not revoked",
            sentence=sentence, status="unchecked" if conditional else "fired",
        )  # fmt: skip
    elif named != "given":
        yield from _named_without_consent(context, sentence, source)


def _state(source: Source, purpose: str) -> str:
    """The last decision on a purpose; a revoked one is refused."""
    decisions = [one for one in source.consents if one.purpose == purpose]
    latest = max(decisions, key=lambda one: (one.date, decisions.index(one)), default=None)
    if latest is None:
        return ""
    return "refused" if latest.revoked else latest.decision


def _condition(source: Source) -> str:
    return "; ".join(one.condition for one in source.consents if one.condition) or "not said"


def _said(source: Source) -> str:
    return ", ".join(_one(one) for one in source.consents) or "none recorded"


def _one(consent: Consent) -> str:
    return f"{consent.purpose.replace('_', ' ')} {'revoked' if consent.revoked else consent.decision}"


def _named_without_consent(context: Context, sentence: Sentence, source: Source) -> Iterable[Hit]:
    """Consent without identity: the name is printed. Protected names come separately; an unprotected one is the record's."""
    persons = [one for one in context.protected.persons if one.source == source.id] if context.protected else []
    if any(
        find_identities(sentence.text, Protected(tuple(persons)), shown=(source.name,) if source.protected else ())
    ) or (not source.protected and _stands_in(source.name, sentence.text)):
        yield _named_hit(sentence, source)


def _stands_in(name: str, text: str) -> bool:
    return bool(name.strip()) and bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))


def _named_hit(sentence: Sentence, source: Source) -> Hit:
    return Hit(
        message=f"{source.id} consented to publication without identity, and is named", got="the name",
        expected="the pseudonym", sentence=sentence,
    )  # fmt: skip


CHECKS: Final = (
    Check(
        code="WM601", name="identity-leak", severity="B", scope="paragraph", title="A protected identity shows",
        explanation="Every known form of a protected name is looked for in everything that leaves: text with its "
        "markup gone, captions, "
        "alternative text, file names, comments, front matter; in any case, order, accents, script and look-alike letters, with "
        "invisible characters or markup inside, run together or spaced out, and as a part of the name alone. Two telling "
        "details of one person in one paragraph count as well. The files that leave with the report are looked through as "
        "well: names, pages, metadata, comments, layers, members. Run without the protected identities, it says unchecked.",
        rule="methodology, rule 6, and Protection: “protected identity in text, caption, file name, metadata … B”, “jigsaw B”",
        fix="Use the pseudonym, or leave the detail out.", subjects=_identity_subjects, run=_identity,
    ),
    Check(
        code="WM603", name="consent-exceeded", severity="B", scope="sentence", title="Consent is missing or exceeded",
        explanation="What a person told the office may be cited only with consent to publication, given and not revoked; consent "
        "without identity does not carry the name. Each purpose is asked for separately; internal use is no "
        "publication. Words that a person said in public need no consent. A conditional consent is a person's to judge.",
        rule="methodology, Consent and protection; Protection: “consent missing or exceeded B”",
        fix="Take the testimony out, or ask again and record the answer.", subjects=_testimonies, run=_exceeded,
    ),
)  # fmt: skip
