"""WM9xx hygiene: placeholders, syntax that cannot be read, keys that name nothing."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from witnessmark.evidence.findings import Finding
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.model import Citation, Manuscript, SyntaxFault
from witnessmark.manuscript.registry import Check, Hit

_NOUNS: Final = (
    "name|names|date|place|number|numbers|title|source|citation|cite|ref|reference|figure|location|person|village|city|"
    "county|month|year|day|time|amount|office|author|quote|text|details?|page|age|unit|rank|link|url|footnote"
)
#: What an author writes to himself, in brackets or bare.
_NOTES: Final = (
    "check|checkme|check this|verify|confirm|cite|cites?|source|sources|ref|tk|tktk|tba|tbc|tbd|tbs|todo|fixme|wip|pending|"
    "to follow|to come|forthcoming text|more here|fill in|missing|xx+|\\?+"
)
_WORK: Final = (
    "confirmed|determined|decided|completed|checked|inserted|added|supplied|updated|verified|translated|drafted|written"
)
_PLACEHOLDER: Final = re.compile(
    r"\b(?:TODO|TO DO|TBC|TBD|TBA|TK|TKTK|FIXME|XX+|NNN*|CHECK THIS|CHECKME)\b|\bN\. ?N\.(?!\w)|\bMr X\b(?!\.? ?[A-Z])"
    r"|(?<![\w.@/-])(?i:tk|tktk|tbd|tba|tbc|fixme|todo)(?![\w@/-]|\.\w)"
    r"|(?i:\bx{2,} (?=(?:january|february|march|april|may|june|july|august|september|october|november|december|people|per|\d)))"
    r"|\b(?:19|20|21)(?:XX|xx|\?\?|__)(?!\w)|#(?:REF|N/A|NAME|VALUE|DIV/0)!?|%[A-Z][A-Z_]{2,}%|\$\{\w+\}|\{\{[^{}\n]{1,40}\}\}"
    rf"|\b(?i:to be (?:{_WORK}))\b(?=\s*[\]\).,;…]|$)|\[…?\s*(?i:to be (?:{_WORK}))[^\]\n]{{0,40}}\]"
    r"|\b(?i:lorem ipsum|dolor sit amet|citation needed)\b"
    r"|\b(?i:insert (?:the )?(?:name|date|number|text|quote|citation|figure|caption|table|picture|photo|map|reference|here)s?)\b"
    rf"|[\[<{{](?i:(?:insert|add|fill in|the|exact|full|check|confirm|some)?\s*(?:{_NOUNS})(?:\s+(?:here|needed|missing|"
    rf"tbc|to come|to confirm|to be [a-z]+|of [a-z ]{{2,30}}))?)[\]>}}](?!\()"
    rf"|[\[(]\s*(?i:{_NOTES})\s*[\])](?![({{])|\[\s*(?i:(?:insert|add|fill in|check|verify|confirm)\b)[^\]\n]{{0,80}}\](?!\()"
    r"|\[\s*(?:\.{2,3}|…)?\s*(?:\?+|_+|X+|x{2,})\s*\]|\?{2,}|(?<!\w)_{3,}(?!\w)|\[\s*\](?!\()"
    r"|[\[«<](?i:имя|дата|место|число|номер|фамилия|источник|название|уточнить|проверить|вставить[^\]\n]{0,30})[\]»>](?!\()"
    r"|[\[«<](?:اسم|الاسم|التاريخ|تاريخ|المكان|مكان|العدد|رقم|المصدر|مصدر|يُستكمل|يستكمل)[\]»>](?!\()"
    r"|待补充?|待定|待确认|待查|待核实|[\[【](?:姓名|日期|地点|人数|来源|名字)[\]】]"
)
#: A short group in brackets that ends in a question mark; whether it is a question is seen from its words.
_ASKED: Final = re.compile(r"(?P<open>[\[(])(?P<words>[^\[\]()\n]{1,40})\?\s*[\])](?!\()")
_QUESTION: Final = re.compile(
    r"\b(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|"
    r"might|or|not|nobody|really)\b",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"“[^“”]{0,600}”|«[^«»]{0,600}»")
_NOTE: Final = re.compile(
    rf"\[(?:{_NOTES}|name|names|date|number|numbers|title|quote|text|citation|reference|figure)\]"
)
_LOOKS_LIKE_ID: Final = re.compile(r"[A-Z]{1,2}[1-9][0-9]*")


def _whole(context: Context) -> Sequence[Manuscript]:
    return (context.manuscript,)


def _placeholders(context: Context, manuscript: Manuscript) -> Iterable[Hit]:
    code = [(block.span.start, block.span.end) for block in manuscript.blocks if block.kind == "rule"]
    source = manuscript.source
    quoted = [(mark.start(), mark.end()) for mark in _QUOTED.finditer(source)]
    for match in (*_PLACEHOLDER.finditer(source), *_asked(source)):
        if any(start <= match.start() < end for start, end in code):
            continue
        if match[0] in {
            *(one.name for one in context.evidence.sources),
            *(one.name for one in context.evidence.persons),
        }:
            continue
        if _editorial(match[0]) and any(start <= match.start() < end for start, end in quoted):
            continue
        yield Hit(
            message="a placeholder is left in the report", got=match[0], expected="the words that belong here",
            start=match.start(), end=match.end(),
        )  # fmt: skip


def _asked(source: str) -> list[re.Match[str]]:
    """Groups such as `(1998?)` or `[source?]`: a doubt of the author's, not a question to the reader."""
    found = _ASKED.finditer(source)
    return [match for match in found if match["open"] == "[" or not _QUESTION.search(match["words"])]


def _editorial(words: str) -> bool:
    """An insertion into quoted words that is no note to oneself: `[the] camp`, `[name]` for a name left out is none."""
    return (
        words.startswith("[")
        and re.fullmatch(r"\[(?:the |a )?[a-z]+\]", words) is not None
        and not _NOTE.fullmatch(words)
    )


def _faults(context: Context) -> Sequence[SyntaxFault]:
    manuscript = context.manuscript
    if any(one.kind != "heading" for one in manuscript.sentences):
        return manuscript.faults
    empty = SyntaxFault(
        message="the manuscript says nothing", got=f"{len(manuscript.source)} characters without a sentence",
        expected="sentences", start=0, end=min(1, len(manuscript.source)),
    )  # fmt: skip
    return (*manuscript.faults, empty)


def _syntax(_context: Context, fault: SyntaxFault) -> Iterable[Hit]:
    yield Hit(
        message=fault.message, got=fault.got, expected=fault.expected, start=fault.start, end=fault.end, fix=fault.fix
    )


def _references(context: Context) -> Sequence[tuple[str, int, int]]:
    """Every key that the manuscript uses: citations, bound quantities, findings, images that name an item."""
    manuscript = context.manuscript
    keys = [(one.id, one.start, one.end) for one in _citations(manuscript)]
    bounds = (bound for sentence in manuscript.sentences for bound in sentence.bounds)
    keys += [(bound.ref, bound.start, bound.end) for bound in bounds if bound.ref]
    keys += [(div.ref, div.span.start, div.span.start + 1) for div in manuscript.divs if div.ref]
    keys += [
        (image.target, image.start, image.end) for image in manuscript.images if _LOOKS_LIKE_ID.fullmatch(image.target)
    ]
    return sorted(set(keys), key=lambda key: key[1])


def _citations(manuscript: Manuscript) -> list[Citation]:
    found = [citation for sentence in manuscript.sentences for citation in sentence.citations]
    return list(dict.fromkeys([*found, *manuscript.citations]))


def _unknown(context: Context, key: tuple[str, int, int]) -> Iterable[Hit]:
    yield from _dangling(context, key)
    if key[0] not in context.evidence.index:
        yield Hit(
            message="a key names no record of the evidence", got=key[0], expected="an id such as S34 or E12",
            start=key[1], end=key[2],
        )  # fmt: skip


def _dangling(context: Context, key: tuple[str, int, int]) -> Iterable[Hit]:
    """A finding that rests on what is not there; a published snapshot withholds, so there it is unchecked."""
    record = context.evidence.index.get(key[0])
    if isinstance(record, Finding):
        lost = [one for one in (*record.rests_on, *record.against) if one not in context.evidence.index]
        if lost:
            yield Hit(
                message=f"{record.id} rests on what is not in the evidence",
                got=", ".join(lost),
                expected="records of the evidence",
                start=key[1],
                end=key[2],
                status="unchecked" if context.evidence.public else "fired",
            )


CHECKS: Final = (
    Check(
        code="WM907", name="placeholder", severity="B", scope="document", title="A placeholder is left",
        explanation="Words that stand for something still to be written (TODO, TBC, XXX, [name], ??, lorem ipsum) are left "
        "anywhere in the source, also in captions, front matter and comments.",
        rule="methodology, Checks on a manuscript: Hygiene, “placeholder left B”",
        fix="Write what belongs there, or take the sentence out.", subjects=_whole, run=_placeholders,
    ),
    Check(
        code="WM910", name="syntax", severity="B", scope="document", title="The source cannot be read as it was meant",
        explanation="An unclosed div, comment, citation or quotation mark, an unknown kind of div or span, raw HTML, or a "
        "character that hides or reorders text. Such source is never repaired in silence: a reader could see "
        "other words than those that were checked.",
        rule="design, The manuscript; methodology, Protection: “hidden content B”",
        fix="Correct the source at this place.", subjects=_faults, run=_syntax,
    ),
    Check(
        code="WM911", name="unknown-reference", severity="B", scope="sentence", title="A key names no record",
        explanation="A citation, a bound quantity, a finding or an image uses an id that the evidence does not hold.",
        rule="methodology, rule 9: every factual sentence carries support", fix="Correct the id, or confirm the record.",
        subjects=_references, run=_unknown,
    ),
)  # fmt: skip
