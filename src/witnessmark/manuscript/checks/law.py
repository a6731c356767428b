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
    r"\b(?:g[ée]nocid\w*|crimes?[ -]against[ -](?:humanity|mankind)|war[ -]crimes?|war[ -]criminals?|"
    r"tortur(?:e|es|ed|er|ers|ing|ous)|"
    r"(?:enforced|forced)(?:ly)?[ -]disappear\w*|forcibly disappeared|"
    r"(?:was|were|been|being) disappeared|disappeared (?:the|him|her|them|his|their)\b|disappeared [\w ]{0,30}by force|apartheid|"
    r"exterminat\w+|persecut\w+|enslave\w*|grave breach(?:es)?|guilty of|murder(?:s|ed|er|ers)|ethnic(?:ally)? cleans\w+)\b",
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
    r"end|stop|halt|refrain|combat|eradicat\w+|investigat\w+ whether|"
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


#: A heading that is the name of a crime and nothing else names a topic; what stands below it is checked by itself.
_NAME_ALONE: Final = re.compile(
    rf"(?:[\dIVXA-Z]{{1,3}}[.)] )?(?:the )?(?:crime(?:s)? of )?(?:{_CRIMES.pattern})(?: \([^)]*\))?", re.IGNORECASE
)
#: Words that name no speaker: what is attributed to them is attributed to nobody.
_NOBODY: Final = re.compile(
    r"\baccording to (?:nobody|no one|no-one|some|many|most|several|all|everyone|everybody|anyone|observers|experts|sources)\b"
    r"|^(?:nobody|no one|everyone|everybody|some|many|observers|experts|sources|people)\b",
    re.IGNORECASE,
)
#: What the front matter shows on the first page.
_SHOWN: Final = ("title", "subtitle")


def _fronted(context: Context) -> Sequence[tuple[None, re.Match[str]]]:
    """Crime words of title and subtitle, which are headings of the whole report."""
    meta = context.manuscript.meta
    return [(None, match) for key in _SHOWN for match in _CRIMES.finditer(meta.get(key, ""))]


def _subjects(context: Context) -> Sequence[tuple[Sentence | None, re.Match[str]]]:
    return [*_fronted(context), *_with_crime_words(context)]


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


def _unlicensed(context: Context, subject: tuple[Sentence | None, re.Match[str]]) -> Iterable[Hit]:
    sentence, match = subject
    text = match.string
    if sentence is None:
        if not (_free(text, match) or text.rstrip().endswith("?")):
            start = max(context.manuscript.source.find(text, context.manuscript.meta_span.start), 0) + match.start()
            yield Hit(
                message="a crime word that nothing licenses", got=match[0],
                expected="“allegations of …”, a quotation, or the act itself", start=start, end=start + len(match[0]),
            )  # fmt: skip
        return
    inside = context.manuscript.div(sentence, "finding") is not None
    if _excused(sentence, text, match, inside=inside) or _licensed(context, sentence, match[0]):
        return
    start = place_in(sentence, sentence.at + match.start())
    yield Hit(
        message="a crime word that nothing licenses", got=match[0],
        expected="“may constitute …” under a finding, a quotation, or attribution", sentence=sentence, start=start,
        end=start + len(match[0]),
    )  # fmt: skip


def _free(text: str, match: re.Match[str]) -> bool:
    """Modal, denied, or the name of a law or a notion: whoever says it, nothing is asserted to have happened."""
    clause_start = max(
        (m.end() for m in re.finditer(r"[;:]\s|, (?:and|but|while|whereas) ", text[: match.start()])), default=0
    )
    ahead = text[clause_start : match.start()]
    near = text[max(clause_start, match.start() - 60) : match.start()]
    behind = text[match.end() : match.end() + 30]
    return bool(
        _MODAL.search(ahead) or _NAMED.search(near) or _NAMED.match(behind.lstrip(" -")) or _DENIED.search(near)
    )


def _excused(sentence: Sentence, text: str, match: re.Match[str], *, inside: bool) -> bool:
    """Modal, named, denied or attributed; `inside` a finding the report speaks itself, so nothing there is attributed."""
    if _free(text, match):
        return True
    near, behind = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 30]
    if sentence.kind == "attribution" and not inside and not _NOBODY.search(text):
        return bool(_SAYS.search(text)) or "alleged" in text.lower()
    if sentence.kind == "heading":
        return text.rstrip().endswith("?") or bool(_NAME_ALONE.fullmatch(text.strip()))
    of_whom = re.match(r" (?:of|in|against|by) ", behind)
    notion = sentence.kind in {"definition", "recommendation", "method"} and not of_whom
    return notion and not _VERB.search(f"{near[-30:]}{match[0]}")


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
        fix="Write “may constitute”, attribute it, or describe the act.", subjects=_subjects, run=_unlicensed,
    ),
)  # fmt: skip
