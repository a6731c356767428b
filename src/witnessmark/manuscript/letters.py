"""Letters for comment, made from the manuscript: what it alleges against whom, put to them with a deadline."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from witnessmark.evidence.errors import InvalidValueError
from witnessmark.evidence.protected import Protected, ProtectedPerson
from witnessmark.evidence.snapshot import Evidence
from witnessmark.evidence.statements import Allegation
from witnessmark.manuscript.checks.balance import MINIMUM_DAYS
from witnessmark.manuscript.checks.fairness import carried_allegations
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.identities import IdentityFinder
from witnessmark.manuscript.identity_details import details_met
from witnessmark.manuscript.jigsaw import FEWEST, atoms_told, fitting, sharing
from witnessmark.manuscript.model import Manuscript

_TWO: Final = 2
_PUT: Final = (
    "The draft carries the following allegations that concern you. They are put to you before anything is published, so that "
    "your answer can stand beside them."
)
_ASKED: Final = (
    "For each of them, please say whether you acknowledge or deny it, or how you explain it otherwise, and name the documents or "
    "persons that bear it out. Corrections of fact are welcome; each is entered in a table with our decision and its reason."
)
_ANSWERED: Final = (
    "If you need more time, write before that hour. What you answer is carried in the report beside the allegation and annexed "
    "to it; names of persons who must be protected are taken out. If no answer comes, the report says so."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What every letter says of the report: who sends it, when and where it is published, until when one may answer.

    `due` and `sent` are times with offset (ISO 8601); `sent` is when the letters are meant to go out.
    """

    office: str
    publication: str
    due: str
    sent: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter: to whom (source or organisation id), their name, which allegations, its text, and what keeps it back.

    `faults` tell why it may not leave: a protected identity, or details that together tell who somebody is. Words of theirs
    are not repeated.
    """

    to: str
    name: str
    allegations: tuple[str, ...]
    text: str
    faults: tuple[str, ...] = field(default=())


def letters(manuscript: Manuscript, evidence: Evidence, protected: Protected, terms: Terms) -> tuple[Letter, ...]:
    """Return a letter for each addressee of an allegation that the manuscript carries, by id.

    Raises `InvalidValueError` when the deadline or the day of sending has no offset, or leaves less than seven days.
    """
    _must_leave_time(terms)
    carried: dict[str, dict[str, Allegation]] = {}
    for _, allegation, addressee in carried_allegations(Context(manuscript, evidence, protected)):
        carried.setdefault(addressee, {})[allegation.id] = allegation
    gate = _Gate(evidence, protected)
    return tuple(
        _letter(evidence, addressee, tuple(carried[addressee].values()), terms, manuscript.title, gate)
        for addressee in sorted(carried)
    )


def _must_leave_time(terms: Terms) -> None:
    moments = []
    for name, text in (("due", terms.due), ("sent", terms.sent)):
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None:
            raise InvalidValueError(
                "a time without offset", where=name, got=text, expected="such as 2031-09-08T18:00+02:00",
                do="Give day, time and offset",
            )  # fmt: skip
        moments.append(moment)
    days = (moments[0] - moments[1]).total_seconds() / 86400
    if days < MINIMUM_DAYS:
        raise InvalidValueError(
            "too little time to answer", where="due", got=f"{days:.1f} days after {terms.sent}",
            expected=f"{MINIMUM_DAYS} days or more", do="Set a later deadline",
        )  # fmt: skip


def _letter(
    evidence: Evidence, addressee: str, allegations: tuple[Allegation, ...], terms: Terms, title: str, gate: "_Gate"
) -> Letter:
    ordered = tuple(sorted(allegations, key=lambda one: (len(one.id), one.id)))
    name = str(getattr(evidence.index.get(addressee), "name", addressee))
    due = datetime.fromisoformat(terms.due)
    lines = [
        f"{terms.office}" + (f"\n{terms.address}" if terms.address else ""),
        f"To: {name}",
        f"Date: {datetime.fromisoformat(terms.sent).strftime('%-d %B %Y')}",
        "Request for comment on the draft of a report",
        f"The {terms.office.removeprefix('The ').removeprefix('the ')} is preparing a report, “{title}”.{_mandate(evidence)}",
        f"The report will be published {terms.publication}.",
        _PUT,
        "\n".join(f"{number}. {one.text.rstrip('.')}. ({one.id})" for number, one in enumerate(ordered, start=1)),
        _ASKED,
        f"Your answer is asked for by {due.strftime('%A, %-d %B %Y, %H:%M')} ({_offset(due)}). {_ANSWERED}",
    ]
    text = "\n\n".join(lines) + "\n"
    return Letter(
        to=addressee,
        name=name,
        allegations=tuple(one.id for one in ordered),
        text=text,
        faults=tuple(gate.faults(text)),
    )


def _mandate(evidence: Evidence) -> str:
    whole = evidence.investigation
    parts = [whole.period and f"It covers {whole.period}", whole.territory and f"in {whole.territory}"]
    words = ", ".join(part for part in parts if part)
    return f" {words[:1].upper()}{words[1:]}." if words else ""


def _offset(moment: datetime) -> str:
    offset = moment.strftime("%z")
    return f"UTC{offset[:3]}:{offset[3:5]}"


class _Gate:
    """The gate of every letter: no protected name in any form, and no combination of details that fewer than three share."""

    def __init__(self, evidence: Evidence, protected: Protected) -> None:
        groups = (evidence.sources, evidence.persons, evidence.organisations, evidence.places)
        self._finder = IdentityFinder(protected, shown=tuple(str(one.name) for group in groups for one in group))
        self._protected = protected

    def faults(self, text: str) -> Iterable[str]:
        """Yield why a text may not leave."""
        for leak in self._finder.find(text):
            line = text.count("\n", 0, leak.start) + 1
            yield f"line {line}: {leak.how} ({leak.source or 'a protected person'})"
        for person in self._protected.persons:
            yield from self._combined(text, person)
            told = [person.details[index] for index in sorted(details_met(text, person.details))]
            if len(told) >= _TWO and (count := fitting(person, told, self._protected.persons)) < FEWEST:
                yield (
                    f"{len(told)} details of {person.source or 'a protected person'} stand in one letter; persons of the "
                    f"casefile "
                    f"whom they fit: {count}, fewer than {FEWEST}"
                )

    def _combined(self, text: str, person: ProtectedPerson) -> Iterable[str]:
        """Place, date and a trait of one person in one letter, which fewer than three persons share."""
        told = atoms_told(text, person)
        count = sharing(person, told, self._protected.persons)
        if {kind for kind, _ in told} == {"date", "place", "trait"} and count < FEWEST:
            yield (
                f"a place, a day and a trait of {person.source or 'a protected person'} stand in one letter; persons of the "
                f"casefile who share them: {count}, fewer than {FEWEST}"
            )


def corrections_table(evidence: Evidence) -> str:
    """Return the corrections as a Markdown table for the manuscript: comment, decision, reason, change, each with its reply."""
    head = "| comment | decision | reason | change | |\n|---|---|---|---|---|\n"
    rows = [
        f"| {_cell(one.comment)} | {'accepted' if one.accepted else 'rejected'} | {_cell(one.reason)} | "
        f"{_cell(one.change) or '–'} "
        f"| [@{one.reply}] |\n"
        for one in evidence.corrections
    ]
    return head + "".join(rows) if rows else ""


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
