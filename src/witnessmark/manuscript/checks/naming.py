"""WM8xx names: one name written in two ways, places that could be several, portraits that nobody matched."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from witnessmark.evidence.events import Person, Place
from witnessmark.evidence.snapshot import Evidence
from witnessmark.evidence.sources import Item
from witnessmark.manuscript.checks.order import own_words
from witnessmark.manuscript.checks.scope import place_in
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.model import Image, Sentence
from witnessmark.manuscript.registry import Check, Hit

_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*[^\W\d_]")
_CAPITAL: Final = re.compile(r"\b[A-ZÀ-ÞĀ-Ž][\w’'-]{4,}\b")
#: A name shorter than this is one letter away from too many others.
_SHORTEST: Final = 5
_TWO: Final = 2
#: The last letter of the Latin blocks.
_LAST_LATIN: Final = 0x24F
#: Endings that make another word of a name, no other spelling.
_ENDINGS: Final = re.compile(r"(?:['’]s|s['’]|s|i|n|an|ian|ese|ic|ish)$")
_BY: Final = re.compile(
    r"\b(?:by|courtesy of|from|credit:?|photo:|given to the \w+ by|drawn by|sent by|provided by|home of|house of|office of|"
    r"letter (?:of|from|to)|statement of|account of|according to|field of|grave of)\s+(?:\w+\.? )?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands in a sentence."""

    sentence: Sentence
    words: str
    at: int


def _latin(record: Any) -> tuple[str, ...]:  # noqa: ANN401 - a person, organisation, place or source
    """Return the names of a record that are written in Latin letters."""
    names = dict.fromkeys([record.name, *(one.text for one in getattr(record, "names", ()))])
    return tuple(name for name in names if name and name[0].isalpha() and ord(name[0]) <= _LAST_LATIN)


def recorded_names(evidence: Evidence) -> set[str]:
    """Return every recorded name in Latin letters: of persons, organisations, places and sources."""
    groups: tuple[tuple[Any, ...], ...] = (evidence.persons, evidence.organisations, evidence.places, evidence.sources)
    return {name for group in groups for record in group for name in _latin(record)}


def _parts(names: Iterable[str]) -> set[str]:
    return {part for name in names for part in _WORD.findall(name)}


def _mentions(context: Context) -> list[Mention]:
    return [
        Mention(sentence, match[0], match.start())
        for sentence in context.manuscript.sentences
        for match in _CAPITAL.finditer(own_words(sentence))
        if match.start() or sentence.kind in {"cell", "heading"}
    ]


def _strange(context: Context) -> Sequence[tuple[Mention, str]]:
    """Names of the manuscript that are one letter from a recorded or a much commoner name, and themselves unknown."""
    mentions = _mentions(context)
    counts = Counter(one.words for one in mentions)
    recorded = {
        part for part in _parts(recorded_names(context.evidence)) if len(part) >= _SHORTEST and part[0].isupper()
    }
    said = _said(context)
    shapes: dict[str, set[str]] = defaultdict(set)
    for name in recorded | {word for word, count in counts.items() if count > _TWO}:
        for shape in _shapes(name):
            shapes[shape].add(name)
    found: dict[str, str] = {}
    for word in counts:
        if word not in recorded and word not in said and not _inflected(word, recorded):
            near = {
                name
                for shape in _shapes(word)
                for name in shapes.get(shape, ())
                if _other(name, word, recorded, counts)
            }
            if near:
                found[word] = min(near)
    first: dict[str, Mention] = {}
    for one in mentions:
        if one.words in found:
            first.setdefault(one.words, one)
    return [(first[word], name) for word, name in found.items()]


def _said(context: Context) -> set[str]:
    """Every capitalised word of the sources: a name that a source writes so is that source's spelling."""
    cited = {one for sentence in context.manuscript.sentences for one in context.cited(sentence)}
    items = {getattr(context.evidence.index.get(one), "item", one) for one in cited}
    texts = (text.content for text in context.evidence.texts if text.item in items)
    return {match[0] for content in texts for match in _CAPITAL.finditer(content)}


def _shapes(word: str) -> set[str]:
    """The word with each one letter left out, and whole: two words one edit apart share a shape."""
    folded = word.casefold()
    return {folded, *(folded[:i] + folded[i + 1 :] for i in range(len(folded)))}


def _other(name: str, word: str, recorded: set[str], counts: Counter[str]) -> bool:
    if name == word or abs(len(name) - len(word)) > 1 or name.casefold() == word.casefold():
        return False
    commoner = name in recorded or counts[name] > counts[word]
    return commoner and not _inflected(word, {name}) and not _inflected(name, {word})


def _inflected(word: str, names: set[str]) -> bool:
    return any(
        word != name and _ENDINGS.sub("", word) in {name, _ENDINGS.sub("", name)}
        for name in names
        if name[:3] == word[:3]
    )


def _variant(_: Context, subject: tuple[Mention, str]) -> Iterable[Hit]:
    mention, name = subject
    start = place_in(mention.sentence, mention.sentence.at + mention.at)
    yield Hit(
        message="a name that is almost another", got=mention.words, expected=f"{name}, if it is the same",
        sentence=mention.sentence, start=start, end=start + len(mention.words),
    )  # fmt: skip


def _spellings(context: Context) -> Sequence[tuple[Mention, str]]:
    """Recorded names of one record that the manuscript writes in more than one way."""
    groups: tuple[tuple[Any, ...], ...] = (
        context.evidence.persons,
        context.evidence.organisations,
        context.evidence.places,
    )
    pairs = []
    for record in (one for group in groups for one in group if len(_latin(one)) > 1):
        found = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _latin(record)), key=len, reverse=True))})\b")
        spelt: dict[str, Mention] = {}
        for sentence in context.manuscript.sentences:
            for match in found.finditer(own_words(sentence)):
                spelt.setdefault(match[0], Mention(sentence, match[0], match.start()))
        mentions = list(spelt.values())
        pairs += [(one, mentions[0].words) for one in mentions[1:] if _rewritten(one.words, mentions[0].words)]
    return pairs


def _rewritten(a: str, b: str) -> bool:
    """Other letters, not only a part of the same name, or a short form made of its initials."""
    one, other = set(_WORD.findall(a.casefold())), set(_WORD.findall(b.casefold()))
    initials = {"".join(part[0] for part in _WORD.findall(name) if part[0].isupper()).casefold() for name in (a, b)}
    return (
        not (one <= other or other <= one) and not (initials & {a.casefold(), b.casefold()}) and len(one) == len(other)
    )


def _variants(context: Context) -> Sequence[tuple[Mention, str]]:
    return [*_strange(context), *_spellings(context)]


def _ambiguous(context: Context) -> Sequence[tuple[Place, tuple[str, ...]]]:
    by_name: dict[str, list[Place]] = defaultdict(list)
    for place in context.evidence.places:
        by_name[place.name].append(place)
    return [(group[0], tuple(_within(context, one) for one in group)) for group in by_name.values() if len(group) > 1]


def _within(context: Context, place: Place) -> str:
    above = context.evidence.index.get(place.within)
    return getattr(above, "name", "") or place.id


def _unclear(context: Context, subject: tuple[Place, tuple[str, ...]]) -> Iterable[Hit]:
    """The first mention of such a place must say which it is, in its paragraph."""
    place, wider = subject
    name = re.compile(rf"\b{re.escape(place.name)}\b")
    for sentence in context.manuscript.sentences:
        match = name.search(sentence.text)
        if match is None or sentence.kind in {"heading", "cell"}:
            continue
        if not any(one in context.manuscript.blocks[sentence.block].text for one in wider):
            start = place_in(sentence, sentence.at + match.start())
            yield Hit(
                message="a place that could be several", got=place.name, expected="in " + " or ".join(wider),
                sentence=sentence, start=start, end=start + len(match[0]),
            )  # fmt: skip
        return


def _portraits(context: Context) -> Sequence[tuple[Sentence, Item, Person]]:
    """Every caption that says of a recorded person that the picture shows them."""
    found = []
    for sentence in context.manuscript.sentences:
        targets = {part.target for part in sentence.inlines if isinstance(part, Image)}
        if sentence.kind == "caption":
            block = context.manuscript.blocks[sentence.block]
            targets |= {part.target for part in block.inlines if isinstance(part, Image)}
        items = [one for one in map(context.evidence.index.get, sorted(targets)) if isinstance(one, Item)]
        found += [
            (sentence, item, person)
            for item in items
            for person in context.evidence.persons
            if _shows(sentence, item, person, context)
        ]
    return found


def _shows(sentence: Sentence, item: Item, person: Person, context: Context) -> bool:
    block = context.manuscript.blocks[sentence.block]
    captions = " ".join(
        [sentence.text, *(p.caption for p in block.inlines if isinstance(p, Image) and p.target == item.id)]
    )
    names = [person.name, *(one.text for one in person.names)]
    places = (match for name in names if name for match in re.finditer(rf"\b{re.escape(name)}\b", captions))
    return any(not _BY.search(captions[: match.start()]) for match in places)


def _unmatched(context: Context, subject: tuple[Sentence, Item, Person]) -> Iterable[Hit]:
    sentence, item, person = subject
    if context.evidence.public:
        yield Hit(
            message="who matched a portrait is not in a published snapshot", sentence=sentence, status="unchecked"
        )
        return
    who = {person.id, person.name, *(one.text for one in person.names)}
    matched = {one.by.strip().casefold() for one in item.portraits if one.person in who and one.basis.strip()}
    if len(matched - {""}) < _TWO:
        yield Hit(
            message="a portrait that was not matched independently",
            got=f"{len(matched)} recorded judgement{'s' * (len(matched) != 1)} that {item.id} shows {person.name}",
            expected="two persons' judgements, each with what it rests on", sentence=sentence,
        )  # fmt: skip


CHECKS: Final = (
    Check(
        code="WM804", name="name-variants", severity="W", scope="document", title="One name is written in two ways",
        explanation="A capitalised word that is one letter away from a recorded name, or from a name that the report uses more "
        "often, and that no cited source writes so; or one record's name in two recorded spellings. A reader takes "
        "two spellings for two people.",
        rule="methodology, Dates and names: “name variants W”", fix="Use one spelling; give others once, in brackets.",
        subjects=_variants, run=_variant,
    ),
    Check(
        code="WM805", name="place-ambiguous", severity="W", scope="document", title="A place name that several places bear",
        explanation="Two recorded places have this name. The paragraph of its first mention must say in which district or "
        "region it lies.",
        rule="methodology, Dates and names: “place ambiguous W”", fix="Add the district or region at the first mention.",
        subjects=_ambiguous, run=_unclear,
    ),
    Check(
        code="WM806", name="portrait-unmatched", severity="E", scope="sentence", title="A portrait not matched by two people",
        explanation="A caption says that a picture shows a person. Two people must have recorded, each with what it rests on, "
        "that it does. Who took, sent or gave the picture is not shown in it.",
        rule="methodology, Dates and names: “portrait not independently matched E”",
        fix="Have a second person match it (judgement `identify`), or leave the name out.", subjects=_portraits, run=_unmatched,
    ),
)  # fmt: skip
