"""A source phrase that is no pronoun, resolved: a person, a State, a document, a role, a body, or as the text calls it."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from witnessmark.language.name_lists import ORGANISATION_HEADS
from witnessmark.reading.bodies import Bodies, is_generic, may_be
from witnessmark.reading.distance import Distance
from witnessmark.reading.documents import Documents
from witnessmark.reading.heard import Heard, Speaker
from witnessmark.reading.people import People
from witnessmark.reading.person_words import has_role
from witnessmark.reading.source_phrase import SourcePhrase, take_apart
from witnessmark.reading.states import is_government, state_of

_DETERMINER: Final = re.compile(r"^(?:the|a|an|this|that|these|those|one|its|our)\s+(?!of\b)", re.IGNORECASE)
_POSSESSOR: Final = re.compile(r"^(?P<owner>(?:[Tt]he\s+)?[\w.’' -]+?)(?:[’'‘]s|(?<=s)[’'])\s+(?P<rest>\S.*)$")
_BETWEEN: Final = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_MOST_NAMED: Final = 6
#: A body that is named by what it is for; what begins another one after *and*.
_OF_WHAT: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(ORGANISATION_HEADS))}|delegations|governments|leaders)\s(?:of|for|on)\s(?!the\s)[A-Z][\w’' -]*$"
)
_SECOND: Final = re.compile(
    rf"(?:the|an?|its|his|her|their|former)\s|.*\b(?:{'|'.join(sorted(ORGANISATION_HEADS))})\b(?!\s\w+\s(?:of|in)\b)|[A-Z][\w’'.-]+\s[A-Z][\w’'.-]+$"
)
_BOTH: Final = re.compile(
    r"(?:the|these|those) (?:two|pair|couple)(?: (?:men|women|leaders|presidents|ministers|officials|sides))?"
    r"|both(?: (?:men|women|of them|leaders))?",
    re.IGNORECASE,
)
#: What something is, in lower case at its end, before its name: "the dam's operator, Leva Power".
_DESCRIBED: Final = re.compile(r"(?:the|an?|its|his|her|their|one|[\w.’' ]+[’']s)\s+(?:.*\s)?[a-z-]+$", re.IGNORECASE)
_PROPER: Final = re.compile(r"[A-Z][\w’'.&-]*(?:\s(?:of\s|for\s|and\s|the\s)*[A-Z][\w’'.&-]*)*")
#: A singular phrase with one of these before a person's noun brings somebody new.
_NEW: Final = re.compile(r"^(?:a|an|another|one|a (?:second|third|fourth))\s+(?!of\b)", re.IGNORECASE)
_ANOTHER: Final = re.compile(r"^(?:another|a (?:second|third|fourth))\s+", re.IGNORECASE)
_FEW: Final = 5
_FAR: Final = 4


class Phrases:
    """Resolves source phrases in the order of the text, with what is known of the document's persons, bodies and documents."""

    def __init__(
        self, people: People, bodies: Bodies, documents: Documents, heard: Heard, distance: Distance, sources: Iterable[str]
    ) -> None:  # fmt: skip
        self._people, self._bodies, self._documents = people, bodies, documents
        self._heard, self._distance = heard, distance
        self._unnamed_at: dict[int, str] = {}
        self._spoken_for = {state_of(words) for words in map(_bare, sources) if not is_government(words)}

    def speaker(self, phrase: SourcePhrase, at: int) -> Speaker:
        """Return whom a phrase means at a place of the text."""
        core = phrase.core
        person, role = self._people.named_in(phrase, at)
        if person:
            same = person in core
            reason = "named with a role" if role else "named" if same else f"the only person named “{core}”"
            return Speaker(name=person, reason=reason)
        beside = self._beside(phrase)
        if beside:
            return Speaker(name=self._bodies.full(beside), reason=f"the name beside “{core}”")
        found = self._pair(core, at) or self._joint(core, at) or self._state(core) or self._document(phrase, at)
        return found or self._role(core) or self._shared(core) or self._body(core, at) or self._same(core, at)

    def _beside(self, phrase: SourcePhrase) -> str:
        """Return the name that stands beside what somebody is, "" if none does; a short form in brackets is no such name."""
        added = phrase.additions[0] if phrase.additions else ""
        if not added or f"({added}" in phrase.whole or has_role(phrase.core) or _bare(phrase.core) in self._bodies:
            return ""
        name = added.removeprefix("the ")
        return name if _DESCRIBED.match(phrase.core) and _PROPER.fullmatch(name) else ""

    def _pair(self, core: str, at: int) -> Speaker | None:
        """Read "the two" as the two persons named last, where there are no more than two near."""
        if not _BOTH.fullmatch(core):
            return None
        near = self._people.before(at, _FEW, reach=600)
        if len(near) == 2:  # noqa: PLR2004 - "the two"
            return Speaker(
                name=f"{near[1]} and {near[0]}", reason=f"“{core}”: the two persons named before", sure=False
            )
        return Speaker(candidates=near, reason=f"“{core}” may be several persons")

    def _joint(self, core: str, at: int) -> Speaker | None:
        """Read "Alvarez and the ministry" as both, each resolved, where at least one is a person or body by another name."""
        parts = _BETWEEN.split(core.removeprefix("both ").removeprefix("Both "))
        if not 1 < len(parts) <= _MOST_NAMED or _bare(core) in self._bodies or _is_one_body(parts):
            return None
        if self._is_one_person(parts, at):
            return Speaker(name=self._known(parts[1], at), reason="a person with two roles")
        found = [self._known(part, at) for part in parts]
        named = all(
            known or re.match(r"the\s|an?\s|[A-Z]|former\s", part) for known, part in zip(found, parts, strict=True)
        )
        if not any(found) or not named:
            return None
        names = [known or _bare(part) for known, part in zip(found, parts, strict=True)]
        return Speaker(name=f"{', '.join(names[:-1])} and {names[-1]}", reason="named together")

    def _is_one_person(self, parts: Sequence[str], at: int) -> bool:
        """Tell one with two roles, no article before the second: "Reform Party leader and Prime Minister Ana Vall"."""
        first, last = parts[0], parts[-1]
        several = len(parts) != len(("one", "other")) or last.startswith(("the ", "a ", "an "))
        return not several and has_role(first) and not self._known(first, at) and self._known(last, at) in self._people

    def _known(self, part: str, at: int) -> str:
        phrase = take_apart(part)
        person, _ = self._people.named_in(phrase, at)
        bodies = self._bodies.named(phrase.core)
        return person or (bodies[0] if len(bodies) == 1 else "")

    def _state(self, core: str) -> Speaker | None:
        """Read a capital or people as its State; "the government of" it only where the State also speaks by another name."""
        state = state_of(core)
        if not state or core.lower().endswith(("authorities", "ministry", "officials", "affairs")):
            return None
        if is_government(core) and state not in self._spoken_for:
            return None
        return Speaker(
            name=state, reason=f"“{core}” stands for {state}" if state.lower() not in core.lower() else "named"
        )

    def _document(self, phrase: SourcePhrase, at: int) -> Speaker | None:
        owned = _POSSESSOR.match(phrase.core)
        document = self._documents.named(phrase.core)
        if not document:
            return None
        if owned is None:
            return Speaker(name=document, reason="a document that speaks")
        owner = self.speaker(take_apart(owned["owner"]), at).name
        if owner in self._people:
            return Speaker(name=owner, reason="whose words the document holds")
        return Speaker(
            name=f"{owner} {owned['rest']}" if owner else document,
            reason="a document that speaks, of the body before it",
        )

    def _role(self, core: str) -> Speaker | None:
        by_role = self._people.with_role(core)
        if len(by_role) == 1:
            return Speaker(name=by_role[0], reason=f"the only person with the role “{core}”")
        if len(by_role) > 1:
            return Speaker(candidates=by_role, reason=f"several persons have the role “{core}”")
        return None

    def _shared(self, core: str) -> Speaker | None:
        """Leave a surname open that several persons share."""
        sharing = self._people.sharing(core) if re.fullmatch(r"(?:[A-Z][a-z]{1,3}\.?\s)?[A-Z][\w’'-]+", core) else ()
        return Speaker(candidates=sharing, reason=f"several persons are called “{core}”") if len(sharing) > 1 else None

    def _body(self, core: str, at: int) -> Speaker | None:
        """Read initials and short forms as the one body they mean, "the group" as the body that spoke last and near."""
        named = self._bodies.named(core)
        if len(named) == 1:
            return Speaker(name=named[0], reason="named" if named[0] in core else f"the only body called “{core}”")
        heard = self._heard
        near = heard.body and self._distance.between(heard.body_at, at) <= _FAR
        if near and (
            heard.body in named
            or (
                not named
                and is_generic(core)
                and _PROPER.fullmatch(heard.body)
                and not state_of(heard.body)
                and may_be(heard.body, core)
            )
        ):
            back = self._distance.words(heard.body_at, at)
            return Speaker(name=heard.body, reason=f"“{core}”: the body that spoke last, {back}", sure=False)
        return Speaker(candidates=named[:_FEW], reason=f"several bodies may be “{core}”") if named else None

    def _same(self, core: str, at: int) -> Speaker:
        """Return the phrase itself, or the fuller phrase before that it shortens ("the office" after "the rights office")."""
        heard, bare = self._heard, _bare(core)
        owned = _POSSESSOR.match(core)
        if owned is not None and has_role(owned["rest"]):
            owner = self._known(owned["owner"], at)
            bare = f"{owner}’s {owned['rest']}" if owner else bare
        key = bare.lower().replace(".", "")
        if _NEW.match(core) and has_role(bare):
            return self._unnamed(core, bare, at)
        if key in heard.phrases:
            return Speaker(name=heard.phrases[key], reason="named before in the same words")
        words = key.split()
        known = heard.by_head.get(words[-1], [])[-_FEW:] if words else []
        fuller = [heard.phrases[each] for each in known if set(words) < set(each.split())]
        if core.lower().startswith(("the ", "those ", "these ")) and len(set(fuller)) == 1:
            return Speaker(name=fuller[0], reason=f"the only “{words[-1]}” who spoke before")
        self._keep(key, bare)
        return Speaker(name=bare, reason="as the text calls it")

    def _unnamed(self, core: str, bare: str, at: int) -> Speaker:
        """Keep unnamed persons apart: a second "senior official" may be another one."""
        if at in self._unnamed_at:
            return Speaker(name=self._unnamed_at[at], reason="as the text calls it")
        bare = _ANOTHER.sub("", bare) if _ANOTHER.match(core) else bare
        key = bare.lower().replace(".", "")
        count = self._heard.unnamed[key] = self._heard.unnamed.get(key, 0) + 1
        name = bare if count == 1 and not _ANOTHER.match(core) else f"{bare} ({max(count, 2)})"
        self._heard.unnamed[key] = max(count, 1 if name == bare else 2)
        self._keep(key, name)
        self._unnamed_at[at] = name
        more = "" if name == bare else "; perhaps not the one called the same before"
        return Speaker(name=name, reason=f"as the text calls it{more}")

    def _keep(self, key: str, name: str) -> None:
        if key:
            self._heard.phrases[key] = name
            self._heard.by_head.setdefault(key.rsplit(maxsplit=1)[-1], []).append(key)


def _is_one_body(parts: Sequence[str]) -> bool:
    """Tell the name of one body with *and* in it: "the Ministry of Health and Care", but not "…, and the army"."""
    whose = _OF_WHAT.search(parts[0])
    return whose is not None and not any(_SECOND.match(part) for part in parts[1:])


def _bare(words: str) -> str:
    bare = _DETERMINER.sub("", words.strip())
    return bare if _POSSESSOR.match(bare) else bare.removesuffix("’s").removesuffix("'s")
