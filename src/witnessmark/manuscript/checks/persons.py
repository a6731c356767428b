"""WM6xx protection of people: relatives, children, places, alleged perpetrators, what is hidden, what need not be told."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from witnessmark.evidence.events import Person
from witnessmark.evidence.sources import Item, Source
from witnessmark.manuscript.checks.scope import place_in
from witnessmark.manuscript.companions import Companion
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.model import Hidden, Sentence
from witnessmark.manuscript.registry import Check, Hit

_TWO: Final = 2
#: Capitals, or words of a script that has none.
_PART: Final = r"(?:[A-ZÀ-ÞЀ-Я][\w’'-]+|[\u0600-\u06ff\u4e00-\u9fff][\w\u200c·]+)"
_NAME: Final = rf"{_PART}(?: {_PART}){{0,3}}"
_YOUNG: Final = r"(?:[1-9]|1[0-7])"
_CHILD: Final = re.compile(
    rf"\b{_YOUNG}[ -]year[ -]old(?: [a-z]+)?,? (?:called |named )?(?P<a>{_NAME})|(?P<b>{_NAME}),? (?:who (?:is|was) )?(?:(?:then "
    rf"|only )?aged? {_YOUNG}\b|"
    rf"{_YOUNG} years old|a {_YOUNG}[ -]year[ -]old|{_YOUNG}(?=,(?!\d)))|\b(?:the )?(?:boy|girl|child|schoolgirl|schoolboy|baby|"
    rf"infant|toddler),? "
    rf"(?:called |named )?(?P<c>{_NAME})"
)
_CALENDAR: Final = re.compile(
    r"^(?:On|In|The|At|By|From|A|An|He|She|They|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Article|Paragraph|Witness|No|Page|Table|Figure|Item|Annex)\b"
)
_SEXUAL: Final = re.compile(
    r"\b(?:penetrat\w+|genital\w*|penis|vagina\w*|anus|anal(?:ly)?|breasts?|nipples?|semen|ejaculat\w+|oral sex|sodom\w+|"
    r"intercourse|"
    r"naked bod(?:y|ies)|masturbat\w+|testicles?|insert(?:ed|ing) (?:a |an |his |her |their |the )?\w+ (?:in|into) (?:her|his|"
    r"their))\b",
    re.IGNORECASE,
)
_EXACT: Final = re.compile(
    r"[-−]?\d{1,3}\.\d{3,}\s*°?\s*[NSEW]?\s*[,;/ ]\s*[-−]?\d{1,3}\.\d{3,}|\d{1,3}°\s*\d{1,2}[′']\s*\d{1,2}(?:\.\d+)?[″\"]|"
    r"\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}\b|///\w+\.\w+\.\w+|"
    r"\b(?:house|flat|apartment|apt\.?|room|door|unit) (?:no\.? |number )?\d+[a-z]?,? (?:of |in |at |on )?(?:\d+ "
    r")?[A-Z][\w’'-]+(?: [A-Z]?[\w’'-]+)? "
    r"(?i:street|st\.|road|lane|avenue|alley|square|boulevard|building|block)\b|"
    r"\b\d+[a-z]? [A-Z][\w’'-]+ (?:Street|Road|Lane|Avenue|Alley|Boulevard)\b|\b[A-Z][\w’'-]+ (?:Street|Road|Lane|Avenue|"
    r"Alley|Boulevard) \d+\b|"
    r"\b(?:geo:|maps\.(?:google|apple)|goo\.gl/maps|openstreetmap\.org|w3w\.co)\S*",
)  # fmt: skip
_METHOD: Final = re.compile(
    r"\b(?:safe ?house|smuggled|intermediar(?:y|ies)|go-between|(?:on|through|via|over|using) (?:Signal|WhatsApp|Telegram|"
    r"Viber|WeChat|Threema|"
    r"an encrypted (?:app|line|phone))|hidden (?:camera|recorder|microphone)|secretly (?:recorded|filmed|photographed)|"
    r"(?:met|interviewed|spoke (?:to|with)) (?:him|her|them|the (?:witness|source)\w*|W-?\d+|witness \S+) (?:in|at|near|"
    r"behind|inside) (?:a|an|the|his|her) "
    r"\w+|crossed the border (?:with|by|through)|(?:was|were) driven (?:to|by)|guest ?house|the interpreter(?:, |'s name| was "
    r"called| named|(?-i: was [A-Z]\w+))|"
    r"(?:our|the office's) (?:driver|interpreter|contact|fixer)(?-i:,? [A-Z]\w+)|"
    r"USB stick|SIM card|false (?:passport|papers|name))\b",
    re.IGNORECASE,
)
_IN_ALL: Final = re.compile(r"\b(?:interviews|conversations|calls|meetings)\b", re.IGNORECASE)
_TELLING_KEYS: Final = frozenset(
    {"author", "authors", "editor", "editors", "comment", "comments", "internal", "note", "notes", "reviewer", "drafter", "path",
     "last-modified-by", "generator", "todo"}
)  # fmt: skip


def _sentences(context: Context) -> Sequence[Sentence]:
    return context.manuscript.sentences


def _sources(context: Context) -> Sequence[tuple[Source, Sentence]]:
    """Every protected source that the report rests on, with the first sentence that does."""
    first: dict[str, tuple[Source, Sentence]] = {}
    for sentence in context.manuscript.sentences:
        for one in context.cited(sentence):
            record = context.evidence.index.get(one)
            item = context.evidence.index.get(getattr(record, "item", ""), record)
            for source in (getattr(record, "speaker", ""), item.source if isinstance(item, Item) else ""):
                found = context.evidence.index.get(source)
                if isinstance(found, Source) and found.protected:
                    first.setdefault(found.id, (found, sentence))
    return list(first.values())


def _relatives(context: Context, subject: tuple[Source, Sentence]) -> Iterable[Hit]:
    source, sentence = subject
    if context.evidence.public:
        yield Hit(message="assessments of risk are not in a published snapshot", sentence=sentence, status="unchecked")
    elif not any(risk.of == "relatives" for risk in source.risks):
        yield Hit(
            message=f"nobody assessed what publication brings on the relatives of {source.name}", got="no assessment on record",
            expected="an `assess_risk` judgement of relatives", sentence=sentence,
        )  # fmt: skip


def _children(context: Context, sentence: Sentence) -> Iterable[Hit]:
    minors = [person for person in context.evidence.persons if person.minor]
    names = [name for person in minors for name in (person.name, *(one.text for one in person.names)) if name]
    places = [match for name in names for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", sentence.text)]
    for match in places:
        yield _hit(sentence, match.start(), match[0], "a child is named", "no name: “a boy of 12”")
    for match in _CHILD.finditer(sentence.text) if not places else ():
        name = match["a"] or match["b"] or match["c"]
        if not _CALENDAR.match(name) and _known_person(context, name):
            yield _hit(sentence, match.start(), match[0], "a child is named", "no name: “a boy of 12”")


def _known_person(context: Context, name: str) -> bool:
    """A name of two words, or of a recorded person: no place and no body."""
    others = {one.name for one in context.evidence.places} | {one.name for one in context.evidence.organisations}
    return name not in others and (" " in name or any(name in person.name for person in context.evidence.persons))


def _sexual(_: Context, sentence: Sentence) -> Iterable[Hit]:
    match = _SEXUAL.search(sentence.text)
    if match:
        yield _hit(sentence, match.start(), match[0], "detail of sexual violence", "no more than the finding needs")


def _location(_: Context, sentence: Sentence) -> Iterable[Hit]:
    match = _EXACT.search(sentence.text)
    if match:
        yield _hit(
            sentence, match.start(), match[0], "a place more exact than may be shown", "a district or a settlement"
        )


def _method(_: Context, sentence: Sentence) -> Iterable[Hit]:
    match = _METHOD.search(sentence.text)
    if (
        match
        and _IN_ALL.search(sentence.text)
        and re.fullmatch(r"(?i:over|by|via|on|through|using) an? encrypted \w+", match[0])
    ):
        return  # how many interviews were held at a distance gives nobody away
    if match and sentence.kind != "heading":
        yield _hit(
            sentence, match.start(), match[0], "how a source was met or kept safe", "that it was done in confidence"
        )


def _hit(sentence: Sentence, at: int, got: str, message: str, expected: str) -> Hit:
    start = place_in(sentence, sentence.at + at)
    return Hit(message=message, got=got, expected=expected, sentence=sentence, start=start, end=start + len(got))


def _hidden(context: Context) -> Sequence[Hidden | Companion | str]:
    hidden = [
        one
        for block in context.manuscript.blocks
        for one in block.hidden
        if one.text.lstrip().startswith("<!--") or "<!--" in one.text
    ]
    keys = [key for key in context.manuscript.meta if key.casefold() in _TELLING_KEYS]
    return [
        *hidden,
        *keys,
        *(one for one in context.companions if any(part.hidden and part.text.strip() for part in one.parts)),
    ]


def _reveal(context: Context, subject: Hidden | Companion | str) -> Iterable[Hit]:
    if isinstance(subject, Companion):
        for part in subject.parts:
            if part.hidden and part.text.strip():
                yield Hit(
                    message=f"{subject.name} holds what a reader does not see",
                    got=f"{part.place}: {len(part.text.strip())} characters",
                    expected="nothing hidden",
                )
    elif isinstance(subject, str):
        span = context.manuscript.meta_span
        yield Hit(message="the front matter tells of the making", got=f"{subject}: {context.manuscript.meta[subject][:60]}",
                  expected="only what a reader is to know", start=span.start, end=span.end)  # fmt: skip
    else:
        yield Hit(
            message="a comment that a reader does not see",
            got=subject.text[:60],
            expected="nothing hidden",
            start=subject.start,
            end=subject.end,
        )


def _accused(context: Context) -> Sequence[tuple[Person, Sentence, int]]:
    """Every alleged perpetrator that the report names, with the first place."""
    who = {one.who for incident in context.evidence.incidents for one in incident.involvements}
    persons = [one for one in context.evidence.persons if one.id in who or one.naming]
    found = []
    for person in persons:
        names = [re.escape(name) for name in (person.name, *(one.text for one in person.names)) if name]
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)")
        places = (
            (sentence, match) for sentence in context.manuscript.sentences if (match := pattern.search(sentence.text))
        )
        first = next(places, None)
        found += [(person, first[0], first[1].start())] if first else []
    return found


def _unnamed(_: Context, subject: tuple[Person, Sentence, int]) -> Iterable[Hit]:
    person, sentence, at = subject
    willing = {
        one.by.strip().casefold() for one in person.naming if one.decision == "publish" and one.reason.strip()
    } - {""}
    against = [one.by for one in person.naming if one.decision == "withhold"]
    if len(willing) < _TWO or against:
        got = (
            f"{against[0]} decided to withhold it"
            if against
            else f"{len(willing)} recorded decision{'s' * (len(willing) != 1)} to publish it"
        )
        yield _hit_named(sentence, at, person, got)


def _hit_named(sentence: Sentence, at: int, person: Person, got: str) -> Hit:
    start = place_in(sentence, sentence.at + at)
    return Hit(message=f"an alleged perpetrator is named: {person.name}", got=got, expected="two persons' reasoned decisions "
    "to publish the name",
               sentence=sentence, start=start, end=start + len(person.name))  # fmt: skip


CHECKS: Final = (
    Check(
        code="WM604", name="relatives-at-risk-unassessed", severity="B", scope="document",
        title="The risk to relatives was not assessed",
        explanation="For each protected source on which the report rests, somebody has assessed what publication brings on "
        "their relatives.",
        rule="methodology, Consent and protection: “Protection covers … relatives”; “relatives at risk unassessed B”",
        fix="Assess it: judgement `assess_risk` with of relatives.", subjects=_sources, run=_relatives,
    ),
    Check(
        code="WM605", name="sexual-violence-detail", severity="E", scope="sentence", title="Detail of sexual violence",
        explanation="Words for body parts and acts that a finding does not need, quotations included.",
        rule="methodology, Consent and protection: “Sexual violence: extra gate, no detail beyond need”",
        fix="Say “sexual violence”, or that it was described in detail.", subjects=_sentences, run=_sexual,
    ),
    Check(
        code="WM606", name="child-identified", severity="B", scope="sentence", title="A child is named",
        explanation="The name of a person recorded as a minor, or a name with an age below 18, in text, captions, cells and "
        "quotations.",
        rule="methodology, Protection: “child's name or image B”", fix="Leave the name out.", subjects=_sentences, run=_children,
    ),
    Check(
        code="WM607", name="location-too-precise", severity="E", scope="sentence", title="A place is told too exactly",
        explanation="Coordinates beyond two decimals, house numbers, flats, plus codes and links to maps.",
        rule="methodology, Protection: “location too precise E”", fix="Name the settlement or the district.",
        subjects=_sentences, run=_location,
    ),
    Check(
        code="WM608", name="hidden-content", severity="B", scope="document", title="Something is hidden in what leaves",
        explanation="Comments in the source, front matter on the making (author, editor, notes), and in the files that leave "
        "with the report "
        "whatever a reader does not see: comments, tracked changes, layers, metadata of authors.",
        rule="methodology, Protection: “hidden content B”", fix="Take it out.", subjects=_hidden, run=_reveal,
    ),
    Check(
        code="WM609", name="method-leak", severity="W", scope="sentence", title="It tells how sources are met or kept safe",
        explanation="Safe houses, go-betweens, messengers by name, the kind of place where a witness was met, interpreters by "
        "name.",
        rule="methodology, Protection: “method leak W”", fix="Say no more than that it was done in confidence.",
        subjects=_sentences, run=_method,
    ),
    Check(
        code="WM610", name="perpetrator-named", severity="E", scope="document",
        title="An alleged perpetrator is named without a decision",
        explanation="A person recorded as involved in an act is named only when two different people have decided, with "
        "reasons, to publish "
        "the name, and nobody to withhold it.",
        rule="methodology, Kinds of finding: “publishing one takes a reasoned two-person decision”",
        fix="Leave the name out, or record both decisions (judgement `name`).", subjects=_accused, run=_unnamed,
    ),
)  # fmt: skip
