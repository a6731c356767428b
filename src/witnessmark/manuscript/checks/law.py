"""WM3xx certainty and law: crime words stand only where they are modal, quoted, attributed or licensed."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from witnessmark.evidence.findings import Finding
from witnessmark.manuscript.checks.scope import place_in
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.registry import Check, Hit

_CRIMES: Final = re.compile(
    r"\b(?:genocid\w*|crimes?[ -]against[ -]humanity|war[ -]crimes?|war[ -]criminals?|tortur(?:e|es|ed|er|ers|ing|ous)|"
    r"(?:enforced|forced)(?:ly)?[ -]disappear\w*|forcibly disappeared|apartheid|ethnic(?:ally)? cleans\w+)\b",
    re.IGNORECASE,
)
#: Words for acts that human-rights law knows too: a finding of a violation licenses them, never the others.
_HUMAN_RIGHTS: Final = re.compile(r"tortur|disappear", re.IGNORECASE)
_MODAL: Final = re.compile(
    r"\b(?:may|might|could|would|can|possibl[ey]|whether|if|allegations?|alleged(?:ly)?|suspected|risk of|indications? of|"
    r"reports of|claims? of|accusations? of|complaints? of|charges? of|concerns?|potential(?:ly)?|"
    r"reasonable grounds to suspect)\b",
    re.IGNORECASE,
)
#: The word names a law, a body or a right, or speaks of the notion: nothing is asserted to have happened.
_NAMED: Final = re.compile(
    r"\b(?:conventions?|protocol|statute|elements|articles?|committee|rapporteur|working group|prohibit\w+|prohibition|"
    r"definition|defin\w+|crime of|offence of|freedom from|protection (?:from|against)|prevent\w*|prevention|treat(?:y|ies)|"
    r"law|legal|criminali[sz]\w+|term|word|meaning|standard|threshold|act against|right not to|absolute)\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(
    r"\b(?:not|no|never|neither|nor|without|cannot|could not|unable|insufficient|denie[sd]|deny|denying|rejects?|rejected|"
    r"does not amount|did not amount)\b",
    re.IGNORECASE,
)
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|constitutes?|constituted|amounts?|amounted|commits?|committed|"
    r"tortured|carried|took|takes|occurred|proves?|proved|finds?|found|happened|continued?)\b",
    re.IGNORECASE,
)
_SAYS: Final = re.compile(
    r"\b(?:said|says|stated?|states|told|reported|alleged|alleges|claimed|claims|testified|described|describes|called|calls|wrote|"
    r"according to|accused|accuses|denied|denies|rejected|rejects|argued|argues|asked|spoke of|speaks of|"
    r"in (?:his|her|their|its) "
    r"(?:account|words|statement|letter|reply))\b",
    re.IGNORECASE,
)


def _with_crime_words(context: Context) -> Sequence[tuple[Sentence, re.Match[str]]]:
    return [
        (sentence, match)
        for sentence in context.manuscript.sentences
        for match in _CRIMES.finditer(_without_quotations(sentence))
    ]


def _without_quotations(sentence: Sentence) -> str:
    text = sentence.text
    spans = [(q.at, q.end_at) for q in sentence.quotations] + [
        (b.at, b.end_at) for b in sentence.bounds if b.kind == "term"
    ]
    for start, end in spans:
        first, last = start - sentence.at, min(end - sentence.at, len(text))
        text = text[:first] + " " * (last - first) + text[last:]
    return text


def _unlicensed(context: Context, subject: tuple[Sentence, re.Match[str]]) -> Iterable[Hit]:
    sentence, match = subject
    text = match.string
    inside = context.manuscript.div(sentence, "finding") is not None
    if _excused(sentence, text, match, inside=inside) or _licensed(context, sentence, match[0]):
        return
    start = place_in(sentence, sentence.at + match.start())
    yield Hit(
        message="a crime word that nothing licenses", got=match[0],
        expected="“may constitute …” under a finding, a quotation, or attribution", sentence=sentence, start=start,
        end=start + len(match[0]),
    )  # fmt: skip


def _excused(sentence: Sentence, text: str, match: re.Match[str], *, inside: bool) -> bool:
    """Modal, named, denied or attributed; `inside` a finding the report speaks itself, so nothing there is attributed."""
    clause_start = max(
        (m.end() for m in re.finditer(r"[;:]\s|, (?:and|but|while|whereas) ", text[: match.start()])), default=0
    )
    ahead = text[clause_start : match.start()]
    near = text[max(clause_start, match.start() - 60) : match.start()]
    behind = text[match.end() : match.end() + 30]
    if _MODAL.search(ahead) or _NAMED.search(near) or _NAMED.match(behind.lstrip(" -")) or _DENIED.search(near):
        return True
    if sentence.kind == "attribution" and not inside and (_SAYS.search(text) or "alleged" in text.lower()):
        return True
    if sentence.kind in {"definition", "recommendation", "method"} and not _VERB.search(f"{near[-30:]}{match[0]}"):
        return True
    return sentence.kind == "heading" and not _VERB.search(text)


def _licensed(context: Context, sentence: Sentence, word: str) -> bool:
    """A recorded finding of a violation licenses “torture” and “enforced disappearance” as human-rights terms only."""
    div = context.manuscript.div(sentence, "finding")
    finding = context.evidence.index.get(div.ref) if div is not None else None
    if not isinstance(finding, Finding):
        return False
    level = div.level if div is not None and div.level else finding.level
    decided = bool(finding.reviewer and finding.judgement and finding.elements_met)
    return level == finding.level == "violation" and decided and bool(_HUMAN_RIGHTS.search(word))


CHECKS: Final = (
    Check(
        code="WM304", name="crime-word-unlicensed", severity="B", scope="sentence", title="A crime word that nothing licenses",
        explanation="Genocide, crimes against humanity, war crime, torture, enforced disappearance, apartheid, in any "
        "inflection, are "
        "always modal (“may constitute”), quoted, or attributed to who says them. The names of treaties and bodies, and "
        "the notion itself (the prohibition of torture) are free. A reviewed finding of a violation with all elements "
        "met licenses “torture” and “enforced disappearance” inside it, as terms of human-rights law; nothing "
        "licenses the others.",
        rule="methodology, Two ladders of certainty: “crime words … are always modal unless quoted”; “crime word unlicensed B”",
        fix="Write “may constitute”, attribute it, or describe the act.", subjects=_with_crime_words, run=_unlicensed,
    ),
)  # fmt: skip
