"""WM3xx certainty: words against the level that is recorded and licensed, and one declared standard of proof."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from witnessmark.evidence.findings import Finding
from witnessmark.manuscript.checks.order import own_words
from witnessmark.manuscript.checks.scope import place_in
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.model import Div, Sentence
from witnessmark.manuscript.registry import Check, Hit
from witnessmark.weighing.elements import board, crime_of
from witnessmark.weighing.errors import UnknownRecordError
from witnessmark.weighing.groups import Grouper
from witnessmark.weighing.ladder import FACT_LADDER, LAW_LADDER, Licence, licensed

#: By level, the words without which a finding of that level speaks too strongly (methodology, Two ladders of certainty).
WEAKER: Final = {
    "credible": re.compile(r"credible|reasonable grounds|indication|account|alleg|\bsaid\b|\btold\b|according", re.IGNORECASE),
    "indications": re.compile(
        r"indication|suggest|account|alleg|\bsaid\b|\btold\b|according|\bmay\b|highly likely|points? to|consistent with",
        re.IGNORECASE
    ),
    "account": re.compile(
        r"account|alleg|\bsa(?:id|ys)\b|\btold\b|according|report|describ|claim|stat(?:e|ed|es|ing)\b|testif|den(?:y|ied|ies)|"
        r"wrote|"
        r"recall|attribut", re.IGNORECASE
    ),
    "not-verified": re.compile(
        r"\bnot\b|unable|unverified|unconfirmed|could|cannot|no (?:information|evidence|source|access)|\bnor\b|neither|"
        r"remains? open|unknown",
        re.IGNORECASE,
    ),
    "may-constitute": re.compile(r"\b(?:may|might|could)\b", re.IGNORECASE),
    "raises-concern": re.compile(r"\b(?:concerns?|may|might|could|questions?)\b", re.IGNORECASE),
}  # fmt: skip
#: Words weaker than “established”: a finding of that level that has one says less than it may.
_DOUBT: Final = re.compile(
    r"\b(?:may have|might have|could have|allegedly|alleged|reportedly|indications? (?:of|that)|possibly|appears? to have|"
    r"is said to|are said to|purportedly|apparently)\b",
    re.IGNORECASE,
)
_STANDARDS: Final = {
    "beyond reasonable doubt": r"beyond (?:a |any |all )?reasonable doubt|beyond (?:any |all )?doubt",
    "balance of probabilities": r"(?:balance|preponderance) of (?:the )?(?:probabilit(?:y|ies)|evidence)|more likely than not",
    "clear and convincing evidence": r"clear and convincing",
    "prima facie": r"prima facie",
    "reasonable grounds to believe": r"reasonable grounds to (?:believe|conclude)",
    "reasonable suspicion": r"reasonable suspicion",
}
_STANDARD: Final = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _STANDARDS.items()}
#: The words speak of another body's standard, or say that it was not applied.
_ELSEWHERE: Final = re.compile(
    r"\b(?:courts?|criminal|trial|tribunal|prosecut\w+|judges?|convict\w+|not|lower than|higher than|below|short of|less than|"
    r"rather than|unlike|instead of|former detainees|arrest)\b",
    re.IGNORECASE,
)


def finding_divs(context: Context) -> Sequence[tuple[Div, Finding, tuple[Sentence, ...]]]:
    """Every finding div with its record and the sentences inside."""
    if "finding divs" not in context.shared:
        inside: dict[int, list[Sentence]] = {}
        for sentence in context.manuscript.sentences:
            for index in sentence.divs:
                inside.setdefault(index, []).append(sentence)
        context.shared["finding divs"] = [
            (div, record, tuple(inside.get(index, ())))
            for index, div in enumerate(context.manuscript.divs)
            if div.kind == "finding"
            and isinstance(record := context.evidence.index.get(div.ref), Finding)
            and inside.get(index)
        ]
    found: Sequence[tuple[Div, Finding, tuple[Sentence, ...]]] = context.shared["finding divs"]
    return found


def _rank(level: str) -> tuple[str, int]:
    """The ladder of a level and its step from the top; ("", 0) for what is on neither."""
    ladders: tuple[tuple[str, tuple[str, ...]], ...] = (("facts", FACT_LADDER), ("law", LAW_LADDER))
    found = ((name, ladder.index(level)) for name, ladder in ladders if level in ladder)
    return next(found, ("", 0))


def _stronger(context: Context, subject: tuple[Div, Finding, tuple[Sentence, ...]]) -> Iterable[Hit]:
    div, finding, sentences = subject
    level = div.level or finding.level
    ours, recorded = _rank(level), _rank(finding.level)
    if ours[0] and recorded[0] and (ours[0] != recorded[0] or ours[1] < recorded[1]):
        yield Hit(
            message="the level written is above the recorded one",
            got=level,
            expected=finding.level,
            sentence=sentences[0],
        )
    yield from _unlicensed(context, finding, sentences[0])
    yield from _unjudged(context, finding, sentences[0])
    yield from _proved(finding, sentences)
    weaker = WEAKER.get(finding.level)
    words = " ".join(one.text for one in sentences)
    if weaker is not None and not weaker.search(words):
        yield Hit(
            message=f"words stronger than the level of {finding.id}", got=words[:100],
            expected=f"words of the level {finding.level}",
            sentence=sentences[0],
        )  # fmt: skip


#: Words of proof that no level carries: a report of this kind proves nothing.
_PROVED: Final = re.compile(
    r"\b(?:prove[sdn]?|proof|certain(?:ly|ty)?|beyond (?:any |all |a |reasonable )?doubt|undoubtedly|undeniabl[ey]|"
    r"conclusive(?:ly)?|"
    r"indisputabl[ey]|irrefutabl[ey]|without (?:a |any )?doubt)\b",
    re.IGNORECASE,
)
_NEAR: Final = 24
_UNPROVED: Final = re.compile(r"\b(?:not|no|never|cannot|neither|nor|without|short of)\b", re.IGNORECASE)
#: The level that needs a named reviewer's recorded judgement beside its licence, which asks for it on the levels above.
_JUDGED: Final = frozenset({"may-constitute"})


def _proved(finding: Finding, sentences: tuple[Sentence, ...]) -> Iterable[Hit]:
    for sentence in sentences:
        text = own_words(sentence)
        match = _PROVED.search(text)
        if match and not _UNPROVED.search(text[max(0, match.start() - _NEAR) : match.start()]):
            start = place_in(sentence, sentence.at + match.start())
            yield Hit(
                message=f"words of proof in {finding.id}", got=match[0], expected=f"words of the level {finding.level}",
                sentence=sentence, start=start, end=start + len(match[0]),
            )  # fmt: skip


def _unjudged(context: Context, finding: Finding, sentence: Sentence) -> Iterable[Hit]:
    missing = [] if finding.reviewer.strip() else ["a named reviewer"]
    missing += [] if finding.judgement.strip() else ["the judgement with reasons"]
    if missing and finding.level in _JUDGED and not context.evidence.public:
        yield Hit(
            message=f"{finding.id} stands on nobody's judgement", got=f"{finding.level}, without {' and '.join(missing)}",
            expected="a named reviewer's judgement with reasons, on record", sentence=sentence,
        )  # fmt: skip


def _unlicensed(context: Context, finding: Finding, sentence: Sentence) -> Iterable[Hit]:
    if context.evidence.public:
        yield Hit(
            message=f"what licenses {finding.id} is not all in a published snapshot",
            sentence=sentence,
            status="unchecked",
        )
        return
    licence = _licence(context, finding)
    if licence is None or licence.allows(finding.level) or finding.override.strip():
        return
    yield Hit(
        message=f"{finding.id} is held at a level that the evidence does not license", got=finding.level,
        expected=f"{licence.level or 'no level of law'}; missing: {'; '.join(licence.missing) or 'a step of the ladder'}",
        sentence=sentence,
    )  # fmt: skip


def _licence(context: Context, finding: Finding) -> Licence | None:
    if "certainty grouper" not in context.shared:
        context.shared["certainty grouper"] = Grouper(context.evidence)
    try:
        return licensed(context.evidence, finding, grouper=context.shared["certainty grouper"])
    except UnknownRecordError:
        return None  # a key that names nothing is WM911's to tell


def _weaker(_context: Context, subject: tuple[Div, Finding, tuple[Sentence, ...]]) -> Iterable[Hit]:
    div, finding, sentences = subject
    written, recorded = _rank(div.level), _rank(finding.level)
    if written[0] and written[0] == recorded[0] and written[1] > recorded[1]:
        yield Hit(
            message=f"the level written is below the recorded one of {finding.id}", got=div.level, expected=finding.level,
            sentence=sentences[0],
        )  # fmt: skip
    if finding.level != "established":
        return
    for sentence in sentences:
        match = _DOUBT.search(own_words(sentence))
        if match:
            start = place_in(sentence, sentence.at + match.start())
            yield Hit(message=f"words weaker than the level of {finding.id}", got=match[0], expected="words that state it as "
            "a fact",
                      sentence=sentence, start=start, end=start + len(match[0]))  # fmt: skip


def _standards(context: Context) -> Sequence[Sentence | None]:
    return [
        None,
        *(one for one in context.manuscript.sentences if any(words.search(one.text) for words in _STANDARD.values())),
    ]


def _standard(context: Context, sentence: Sentence | None) -> Iterable[Hit]:
    declared = (
        context.manuscript.meta.get("standard", "").strip() or context.evidence.investigation.standard_of_proof.strip()
    )
    if sentence is None:
        yield from _declared(context, declared)
        return
    text = own_words(sentence)
    for name, words in _STANDARD.items():
        match = words.search(text)
        if match and not words.search(declared) and not _ELSEWHERE.search(text.replace(match[0], "")):
            start = place_in(sentence, sentence.at + match.start())
            yield Hit(message="another standard of proof than the declared one", got=match[0], expected=declared or name,
                      sentence=sentence, start=start, end=start + len(match[0]))  # fmt: skip


def _declared(context: Context, declared: str) -> Iterable[Hit]:
    if not any(div.kind == "finding" for div in context.manuscript.divs):
        return
    mine = context.manuscript.meta.get("standard", "").strip()
    case = context.evidence.investigation.standard_of_proof.strip()
    span = context.manuscript.meta_span
    if not declared:
        yield Hit(
            message="no standard of proof is declared",
            got="none",
            expected="standard: in the front matter",
            start=span.start,
            end=span.end,
        )
    elif mine and case and mine.casefold() != case.casefold():
        yield Hit(
            message="the report declares another standard than the investigation",
            got=mine,
            expected=case,
            start=span.start,
            end=span.end,
        )


def _legal(context: Context) -> Sequence[tuple[Div, Finding, tuple[Sentence, ...]]]:
    return [
        one for one in finding_divs(context) if one[1].kind == "legal_characterisation" or one[1].level in LAW_LADDER
    ]


#: What every violation of a treaty by a State consists of: conduct, attribution, and no lawful ground. Our own floor.
_OF_A_VIOLATION: Final = 3


def _elements(_context: Context, subject: tuple[Div, Finding, tuple[Sentence, ...]]) -> Iterable[Hit]:
    _, finding, sentences = subject
    if finding.level == "raises-concern":
        return
    if not finding.elements:
        yield Hit(
            message=f"{finding.id} records no elements",
            got="none",
            expected="the state of each element",
            sentence=sentences[0],
        )
        return
    rows = [row.element.key for row in board(finding) if row.state == "not assessed" and not row.element.mental]
    if rows and crime_of(finding) is not None:
        yield Hit(
            message=f"elements of {finding.id} are not assessed", got=", ".join(rows),
            expected="a state for each, “out of scope” included",
            sentence=sentences[0],
        )  # fmt: skip
    if crime_of(finding) is None and 0 < len({one.key.casefold() for one in finding.elements}) < _OF_A_VIOLATION:
        yield Hit(
            message=f"{finding.id} records too few elements for a violation of a treaty",
            got=", ".join(one.key for one in finding.elements),
            expected="at least the conduct, its attribution to the State, and that no lawful ground stands against it",
            sentence=subject[2][0] if subject[2] else None, start=None if subject[2] else subject[0].span.start,
        )  # fmt: skip


CHECKS: Final = (
    Check(
        code="WM301", name="wording-stronger-than-evidence", severity="B", scope="document",
        title="Words or level above the evidence",
        explanation="The level written on a finding is not above the recorded one; the recorded one is not above what the "
        "evidence "
        "licenses, unless the reviewer's reasons for it are recorded (`override`, printed in the release record); and the "
        "words are of "
        "the level's family: a credible, indicated, attributed or unverified thing is not told as a fact.",
        rule="methodology, rule 4, and Certainty and law: “wording stronger than evidence B”",
        fix="Lower the words to the level, or record what is missing.", subjects=finding_divs, run=_stronger,
    ),
    Check(
        code="WM302", name="wording-weaker-than-evidence", severity="W", scope="document",
        title="Words below the level of the finding",
        explanation="A finding that is established is told with “allegedly”, “may have”, “indications of”: a reader takes it "
        "for less "
        "than it is.",
        rule="methodology, Certainty and law: “weaker W”", fix="Say it as the level allows.", subjects=finding_divs, run=_weaker,
    ),
    Check(
        code="WM303", name="standard-mixed-or-undeclared", severity="B", scope="document",
        title="Another standard of proof, or none",
        explanation="A report with findings declares one standard of proof, that of its investigation, and applies no other. "
        "Words on "
        "the standard of a court, or on one that was not applied, are left alone.",
        rule="methodology, Two ladders: “One report declares one standard”; “mixed or undeclared standard B”",
        fix="Declare `standard:` in the front matter and keep to it.", subjects=_standards, run=_standard,
    ),
    Check(
        code="WM305", name="element-missing", severity="E", scope="document",
        title="Elements of a legal finding are not assessed",
        explanation="A finding of law records the state of every element of its crime; mental elements may be out of scope in "
        "a report on a State. A violation of a treaty records at least the conduct, its attribution to the State, and that no "
        "lawful ground stands against it. A finding that raises concerns may leave elements open, and says so.",
        rule="methodology, Crimes against humanity, and Certainty and law: “element missing E”",
        fix="Assess each element, or lower the finding to raises-concern.", subjects=_legal, run=_elements,
    ),
)  # fmt: skip
