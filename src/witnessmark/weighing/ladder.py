"""The two ladders of certainty: the strongest phrase family that the evidence licenses. It proposes, never decides."""

from dataclasses import dataclass
from typing import Final, Literal

from witnessmark.evidence.findings import FactLevel, Finding, LawLevel
from witnessmark.evidence.snapshot import Evidence
from witnessmark.weighing.corroboration import Corroboration, corroborate
from witnessmark.weighing.elements import board
from witnessmark.weighing.groups import Grouper

#: Strongest first (methodology, Two ladders of certainty).
FACT_LADDER: Final[tuple[FactLevel, ...]] = ("established", "credible", "indications", "account", "not-verified")
LAW_LADDER: Final[tuple[LawLevel, ...]] = ("violation", "may-constitute", "raises-concern")
PHRASES: Final = {
    "established": "occurred, were detained, have been committed",
    "credible": "are credible",
    "indications": "indications of; highly likely to be authentic",
    "account": "X said, according to, alleged",
    "not-verified": "could not verify, was not in a position to confirm",
    "violation": "violated, amounts to a violation of",
    "may-constitute": "may constitute, may amount to",
    "raises-concern": "raises serious concerns under",
}
_TWO: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """The strongest level licensed ("" when not even the lowest), why, and what is missing for the next one."""

    ladder: Literal["facts", "law"]
    level: FactLevel | LawLevel | Literal[""]
    reasons: tuple[str, ...]
    missing: tuple[str, ...] = ()

    @property
    def phrase(self) -> str:
        """The phrase family of the level."""
        return PHRASES.get(self.level, "")

    def allows(self, level: str) -> bool:
        """Tell whether wording of `level` is no stronger than what is licensed; levels of the other ladder never are."""
        ladder: tuple[str, ...] = FACT_LADDER if self.ladder == "facts" else LAW_LADDER
        return bool(self.level) and level in ladder and ladder.index(self.level) <= ladder.index(level)


def licensed(evidence: Evidence, finding: Finding, *, grouper: Grouper | None = None) -> Licence:
    """Return what the evidence licenses for a finding, on the ladder that its kind and level belong to.

    The reviewer's own decision stands in the finding; this is the comparison for it. Raises `UnknownRecordError` when the
    finding rests on an id that the snapshot does not hold.
    """
    weighed = corroborate(evidence, finding.rests_on, against=finding.against, grouper=grouper)
    if finding.kind == "legal_characterisation" or finding.level in LAW_LADDER:
        return _law(evidence, finding, weighed)
    return _facts(finding, weighed)


def _facts(finding: Finding, weighed: Corroboration) -> Licence:
    for level, missing in _fact_steps(finding, weighed):
        if not missing:
            stronger = _step_above(level, finding, weighed)
            return Licence(ladder="facts", level=level, reasons=weighed.reasons, missing=stronger)
    return Licence(ladder="facts", level="not-verified", reasons=weighed.reasons, missing=("an attributed account",))


def _step_above(level: FactLevel, finding: Finding, weighed: Corroboration) -> tuple[str, ...]:
    steps = _fact_steps(finding, weighed)
    at = next(index for index, (one, _) in enumerate(steps) if one == level)
    return steps[at - 1][1] if at else ()


def _fact_steps(finding: Finding, weighed: Corroboration) -> list[tuple[FactLevel, tuple[str, ...]]]:
    """For each level of the fact ladder, what is missing for it."""
    return [
        ("established", (*_missing_support(weighed), *_missing_judgement(finding))),
        ("credible", _missing_credible(weighed)),
        ("indications", _missing_indications(weighed)),
        ("account", () if weighed.grades else ("a statement or item that it rests on",)),
    ]


def _missing_support(weighed: Corroboration) -> tuple[str, ...]:
    missing = _missing_groups(weighed)
    if not set(weighed.first_hand) & set(weighed.reliable):
        missing.append("a first-hand account of a reliable source (A, B or C)")
    elif not _independent_second(weighed):
        missing.append("an independent, credible source beside the first-hand account")
    return tuple(missing)


def _missing_groups(weighed: Corroboration) -> list[str]:
    count = len(weighed.groups_for)
    return [] if count >= _TWO else [f"a second independence group (there is {count})"]


def _independent_second(weighed: Corroboration) -> bool:
    first = set(weighed.first_hand) & set(weighed.reliable)
    credible = set(weighed.credible)
    homes = [index for index, group in enumerate(weighed.groups_for) if first & set(group.members)]
    others = (index for index, group in enumerate(weighed.groups_for) if credible & set(group.members))
    return any(other != home for other in others for home in homes)


def _missing_judgement(finding: Finding) -> tuple[str, ...]:
    parts = (
        (finding.facts_verified, "the record that the facts are verified"),
        (finding.reviewer, "a named reviewer"),
        (finding.judgement, "the reviewer's judgement with reasons"),
    )
    return tuple(words for present, words in parts if not present)


def _missing_credible(weighed: Corroboration) -> tuple[str, ...]:
    unassessed = [group for group in weighed.groups_for if not set(group.members) & set(weighed.assessed)]
    missing = _missing_groups(weighed)
    if weighed.hearsay_only:
        missing.append("something other than hearsay")
    if unassessed:
        missing.append("an assessment of " + ", ".join(group.members[0] for group in unassessed))
    return tuple(missing)


def _missing_indications(weighed: Corroboration) -> tuple[str, ...]:
    if weighed.reliable or weighed.graded_documents:
        return ()
    return ("a reliable source (A, B or C), or a document whose authenticity is graded",)


def _law(evidence: Evidence, finding: Finding, weighed: Corroboration) -> Licence:
    facts = _facts_below(evidence, finding, weighed)
    steps: list[tuple[LawLevel, tuple[str, ...]]] = [
        (
            "violation",
            (*_missing_facts(facts, "established"), *_missing_elements(finding), *_missing_judgement(finding)),
        ),
        ("may-constitute", _missing_assessment(finding)),
        ("raises-concern", _missing_facts(facts, "credible")),
    ]
    reasons = (*weighed.reasons, f"the facts are {facts}")
    for index, (level, missing) in enumerate(steps):
        if not missing:
            return Licence(ladder="law", level=level, reasons=reasons, missing=steps[index - 1][1] if index else ())
    return Licence(ladder="law", level="", reasons=reasons, missing=steps[-1][1])


def _facts_below(evidence: Evidence, finding: Finding, weighed: Corroboration) -> FactLevel:
    """The weakest licensed level of the factual findings it rests on; without any, that of its own evidence."""
    below = [evidence.index.get(one) for one in finding.rests_on]
    findings = [one for one in below if isinstance(one, Finding) and one.id != finding.id and one.level in FACT_LADDER]
    levels = [_facts(one, corroborate(evidence, one.rests_on, against=one.against)).level for one in findings]
    if not levels:
        levels = [_facts(finding, weighed).level]
    return max((level for level in FACT_LADDER if level in levels), key=FACT_LADDER.index)


def _missing_facts(level: FactLevel, needed: FactLevel) -> tuple[str, ...]:
    enough = FACT_LADDER.index(level) <= FACT_LADDER.index(needed)
    return () if enough else (f"facts that are {needed} (they are {level})",)


def _missing_elements(finding: Finding) -> tuple[str, ...]:
    """Every element met; mental elements may be out of scope in a report on a State."""
    missing = [row.element.key for row in board(finding) if row.state not in {"established", "out of scope"}]
    parts = [f"elements established: {', '.join(missing)}"] if missing else []
    parts += [] if finding.elements else ["a record of the elements"]
    parts += [] if finding.elements_met else ["the reviewer's record that all elements are met"]
    return tuple(parts)


def _missing_assessment(finding: Finding) -> tuple[str, ...]:
    if not finding.elements:
        return ("a record of the elements",)
    enough = {"established", "indications", "out of scope"}
    rows = board(finding)
    material = [row.element.key for row in rows if not _contextual(row.element.key) and row.state not in enough]
    context = [row.element.key for row in rows if _contextual(row.element.key) and row.state == "not assessed"]
    own = [row for row in rows if not _contextual(row.element.key)]
    missing = [] if own else ["the own elements of a crime"]
    missing += [f"material elements at established or indications: {', '.join(material)}"] if material else []
    missing += [f"contextual elements assessed: {', '.join(context)}"] if context else []
    return tuple(missing)


def _contextual(key: str) -> bool:
    return key.startswith("ctx/")
