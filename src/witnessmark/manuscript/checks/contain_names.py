"""Do the names of a claim stand in what it cites, in any form or script that the evidence knows?"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from witnessmark.evidence.events import Organisation, Person, Place
from witnessmark.manuscript.checks.miss import Miss
from witnessmark.manuscript.checks.scope import Claim
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.facts import NameFact, keys_in, names_in, values_in
from witnessmark.text.scripts import name_key

_ACRONYM: Final = re.compile(r"\(([A-Z]{2,8})\)")
#: Endings by which a name becomes an adjective, a plural or a possessive.
_ENDINGS: Final = ("s", "n", "i", "an", "ian", "es", "ese", "ish", "ans", "is", "ians")
_SHORTEST_STEM: Final = 4
_NUMBERED: Final = re.compile(r"\b(?P<code>[A-Z]{1,2}-\d{1,4})\b|\bNo\. ?(?P<number>\d{1,6})\b")


def missing_names(context: Context, claim: Claim) -> Iterator[Miss]:
    """Yield names of which a word stands in no support, in no form that the evidence knows."""
    yield from _numbered(claim)
    names = names_in(claim.words)
    if not names:
        return
    said = "\n".join(support.words for support in claim.supports)
    names = tuple(name for name in names if not re.search(rf"(?<!\w){re.escape(name.words)}(?!\w)", said))
    if not names:
        return
    known = _allowed(context) | frozenset().union(*(keys_in(support.words) for support in claim.supports))
    for name in names:
        lost = [key for key in name.keys if not _known_key(key, known)]
        if not lost or _opens(claim, name) or _variant(context, name, lost, known, said):
            continue
        yield Miss(
            message="a name that is not in the support", got=name.words, expected="a name as the cited passage has it",
            at=name.start, length=name.end - name.start,
        )  # fmt: skip


def _numbered(claim: Claim) -> Iterator[Miss]:
    """Names with a number, `Witness W-2` or `Centre No. 4`: the number must stand in the support."""
    if not _NUMBERED.search(claim.words):
        return
    said = " ".join(support.words for support in claim.supports)
    for match in _NUMBERED.finditer(claim.words):
        code, number = match["code"], match["number"]
        known = code in said if code else re.search(rf"(?<!\d){number}(?!\d)", said) or float(number) in _values(claim)
        head = re.search(r"([^\W\d_]+) $", claim.words[: match.start()])
        if number and head and known:  # “Centre No. 2” where the support knows a Centre No. 4 and no other
            others = set(re.findall(rf"\b{re.escape(head[1])}[ ,]+(?:No\.? ?|number )?(\d+)\b", said, re.IGNORECASE))
            known = not others or number in others
        if not known:
            yield Miss(
                message="a numbered name that is not in the support",
                got=match[0],
                expected="the number as the cited passage has it",
                at=match.start(),
                length=match.end() - match.start(),
            )


def _values(claim: Claim) -> frozenset[float]:
    """Every number of the supports, also in words."""
    return frozenset().union(*(values_in(support.words) for support in claim.supports))


def _opens(claim: Claim, name: NameFact) -> bool:
    """A single capitalised English word at the head of a sentence may be no name; it is one if it is known as such."""
    first = claim.start == claim.sentence.at and not claim.words[: name.start].strip(" “\"'‘(")
    return first and len(name.keys) == 1 and name.words.lower() in _COMMON_OPENERS


_COMMON_OPENERS: Final = frozenset(
    [
        "detainees", "witnesses", "police", "officials", "authorities", "guards", "families", "relatives",
        "residents", "prisoners", "workers", "soldiers", "investigators", "journalists", "lawyers", "villagers",
        "teachers", "students", "children", "women", "men", "people", "officers", "former", "two", "three", "four",
        "five", "six", "seven", "eight", "nine", "ten", "another", "others", "satellite", "photographs", "records",
        "documents", "state", "local",
    ]
)  # fmt: skip


def _known_key(key: str, known: Iterable[str]) -> bool:
    if key in known:
        return True
    return any(
        key.endswith(end) and len(key) - len(end) >= _SHORTEST_STEM and key[: -len(end)] in known for end in _ENDINGS
    )


def _allowed(context: Context) -> frozenset[str]:
    """Names that a report may use of itself: front matter, mandate, its own terms and definitions, acronyms it defines."""
    if "allowed" not in context.shared:
        manuscript = context.manuscript
        whole = context.evidence.investigation
        texts = [*manuscript.meta.values(), whole.name, whole.mandate, whole.territory, whole.office]
        texts += [bound.text for one in manuscript.sentences for bound in one.bounds if bound.kind == "term"]
        texts += [one.text for one in manuscript.sentences if one.kind == "definition"]
        texts += _ACRONYM.findall(manuscript.source)
        context.shared["allowed"] = frozenset().union(*(keys_in(text) for text in texts))
    return context.shared["allowed"]  # type: ignore[no-any-return]  # the shared table is untyped by design


def _variant(context: Context, name: NameFact, lost: list[str], known: frozenset[str], said: str) -> bool:
    """Tell whether the name is one form of a person, body or place of which another form stands in the support."""
    wanted = name_key(name.words)
    for forms in _known_forms(context):
        keys = {name_key(form) for form in forms}
        if wanted in keys or any(set(lost) <= keys_in(form) for form in forms):
            for form in forms:
                parts = keys_in(form)
                if (parts and parts <= known) or (not form.isascii() and form in said):
                    return True
    return False


def _known_forms(context: Context) -> list[tuple[str, ...]]:
    if "forms" not in context.shared:
        evidence = context.evidence
        records: tuple[Person | Organisation | Place, ...] = (
            *evidence.persons,
            *evidence.organisations,
            *evidence.places,
        )
        context.shared["forms"] = [(record.name, *(name.text for name in record.names)) for record in records]
    return context.shared["forms"]  # type: ignore[no-any-return]  # the shared table is untyped by design
