"""Treaties as data: what they are called, since when they exist, and which State they bound on a day."""

import re
from functools import cache
from importlib.resources import files
from typing import Final, Literal

import msgspec

from witnessmark.evidence.snapshot import Evidence
from witnessmark.evidence.treaties import Reservation, TreatyStatus
from witnessmark.weighing.origins import party_of

StandingKind = Literal["bound", "not yet", "no longer", "signed only", "not bound", "unknown"]


class Treaty(msgspec.Struct, frozen=True, kw_only=True):
    """A treaty: key, full name, shorter names, days of adoption and of entry into force, number of articles."""

    key: str
    name: str
    names: tuple[str, ...]
    adopted: str
    in_force: str
    articles: int


class Instrument(msgspec.Struct, frozen=True, kw_only=True):
    """A declaration or a set of rules that binds nobody as a treaty, with the day of its adoption."""

    name: str
    names: tuple[str, ...]
    adopted: str


class KnownStanding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The standing of a State to a treaty as the data file has it; days are ISO 8601."""

    treaty: str
    signed: str = ""
    in_force: str = ""
    denounced: str = ""
    reservations: tuple[Reservation, ...] = ()


class StateStandings(msgspec.Struct, frozen=True, kw_only=True):
    """One State's standings to treaties; an empty `in_force` is never."""

    name: str
    aliases: tuple[str, ...]
    standings: tuple[KnownStanding, ...]


class Treaties(msgspec.Struct, frozen=True, kw_only=True):
    """The data file: where its dates come from, treaties, other instruments, main articles by kind of fact, States."""

    source: str
    treaties: tuple[Treaty, ...]
    instruments: tuple[Instrument, ...]
    articles_by_fact: dict[str, tuple[str, ...]]
    states: tuple[StateStandings, ...]


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How a treaty stood to a State between two days: the kind, since when, reservations to the article, and the source."""

    kind: StandingKind
    since: str = ""
    until: str = ""
    reservations: tuple[Reservation, ...] = ()
    source: str = ""

    @property
    def words(self) -> str:
        """Return the standing in words."""
        return {
            "bound": f"bound since {self.since}",
            "not yet": f"bound only since {self.since}",
            "no longer": f"denounced with effect from {self.until}",
            "signed only": "signed, never ratified",
            "not bound": "neither signed nor ratified",
            "unknown": "nothing on record says that it bound this State",
        }[self.kind]


@cache
def treaties() -> Treaties:
    """Return the treaties' data file."""
    return msgspec.json.decode(
        files("witnessmark.weighing").joinpath("data/treaties.json").read_bytes(), type=Treaties, strict=False
    )


@cache
def treaty(key: str) -> Treaty | None:
    """Return a treaty by its key (`iccpr`), or None."""
    return next((one for one in treaties().treaties if one.key == key.casefold()), None)


def standing(evidence: Evidence, state: str, article: str, *, first: str, last: str) -> Standing:
    """Return how a treaty (`iccpr/9`, or `iccpr`) stood to a State (id or name) between two days (ISO 8601).

    A standing recorded in the casefile goes before the data file. Partly bound is “not yet” or “no longer”.
    """
    key, _, number = article.casefold().partition("/")
    known = _recorded(evidence, state, key) or _listed(evidence, state, key)
    if known is None:
        return Standing(kind="unknown")
    source = getattr(known, "source", "") or treaties().source
    if not known.in_force:
        return Standing(kind="signed only" if known.signed else "not bound", source=source)
    if first < known.in_force[: len(first)]:
        return Standing(kind="not yet", since=known.in_force, source=source)
    if known.denounced and last >= known.denounced[: len(last)]:
        return Standing(kind="no longer", since=known.in_force, until=known.denounced, source=source)
    touching = tuple(one for one in known.reservations if not number or _plain(one.article) in {"", _plain(number)})
    return Standing(kind="bound", since=known.in_force, reservations=touching, source=source)


def _plain(article: str) -> str:
    match = re.match(r"\D*(\d+)", article)
    return match[1] if match else ""


def _names(evidence: Evidence, state: str) -> frozenset[str]:
    """Every name under which a State may be recorded: id, name, party."""
    record = evidence.index.get(state)
    names = {state, str(getattr(record, "name", ""))}
    if record is not None and hasattr(record, "party"):
        names.add(party_of(evidence, state))
    return frozenset(_bare(name) for name in names if name)


_STATE: Final = re.compile(r"^(?:the )?(?:(?:state|republic|kingdom|government) of )?(?:the )?", re.IGNORECASE)


def _bare(name: str) -> str:
    return _STATE.sub("", name.strip()).casefold()


def _recorded(evidence: Evidence, state: str, key: str) -> TreatyStatus | None:
    names = _names(evidence, state)
    return next(
        (one for one in evidence.treaties if one.treaty.casefold() == key and names & _names(evidence, one.state)), None
    )


def _listed(evidence: Evidence, state: str, key: str) -> KnownStanding | None:
    names = _names(evidence, state)
    for one in treaties().states:
        if names & {_bare(name) for name in (one.name, *one.aliases)}:
            return next((known for known in one.standings if known.treaty == key), None)
    return None
