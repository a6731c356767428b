"""WM4xx numbers over lists and over time: overlapping lists added up, trends without coverage, old figures."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import Final

from witnessmark.evidence.statements import Quantity
from witnessmark.manuscript.checks.order import own_words
from witnessmark.manuscript.checks.quantities import paragraph_text
from witnessmark.manuscript.checks.scope import blanked, place_in
from witnessmark.manuscript.checks.used import SMALLEST, Use, uses, values_of
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.facts import Number, numbers_in
from witnessmark.manuscript.figures import kinds_of
from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.registry import Check, Hit
from witnessmark.text.wordlists import word_set

_WHOLE: Final = re.compile(
    r"\b(?:in total|altogether|combined|taken together|together|in all|add(?:s|ed|ing)? up|sum(?:s|med)?(?: of| to)?|"
    r"total(?:s|ling|led)?|overall)\b",
    re.IGNORECASE,
)
_NOT_ADDED: Final = re.compile(
    r"\b(?:overlap\w*|twice|not (?:be )?(?:added|summed|add)|cannot be (?:added|summed|combined)|duplicat\w+|same (?:people|"
    r"persons|person|names)|neither added|not independent)\b",
    re.IGNORECASE,
)
_TREND: Final = re.compile(
    r"\b(?:(?:has|have|had)? ?(?:risen|rose|increas(?:ed|es|ing)|doubled|tripled|quadrupled|grew|grown|fell|fallen|"
    r"declin(?:ed|es|ing)|dropped|decreas(?:ed|es|ing)|soared|surged|climbed|halved|worsened|"
    r"improved)|(?:an?|the) (?:\w+ )?(?:increase|rise|"
    r"growth|decline|drop|decrease|fall|surge|upward trend|downward trend|trend)|(?:up|down) from|more and more|"
    r"fewer and fewer|twice as many|(?:more|fewer|less) than (?:in )?the (?:year|month|week|previous year|year before))\b",
    re.IGNORECASE,
)
_COVERED: Final = re.compile(
    r"\b(?:coverage|covers?|covered|same (?:\w+ )?(?:districts?|villages?|places?|method|sources|lists?|hospitals?|centres?|"
    r"area|period|months|registers?|settlements?)|constant|comparable|throughout|like for like|unchanged (?:method|list|area)|"
    r"not comparable|cannot be compared|access (?:grew|improved|changed)|more (?:sources|access)|reporting|each (?:year|month)|"
    r"in both (?:years|months|periods))\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\b(?:1[89]|2[01])\d\d\b")
#: Older than this, in days, a figure is not told without its date. Our own choice: a year and a half.
_STALE: Final = 548
_PERSONS: Final = word_set(
    "killed injured wounded detained arrested displaced missing people persons cases deaths victims"
)


def _with_figures(context: Context) -> Sequence[Sentence]:
    if len(context.evidence.quantities) < 2:  # noqa: PLR2004 - two make a sum
        return []
    kinds = {"fact", "attribution", "analysis", "caption", "heading"}
    return [one for one in context.manuscript.sentences if one.kind in kinds and re.search(r"\d|\bq\b", one.source)]


def _sums(context: Context) -> dict[float, list[tuple[Quantity, ...]]]:
    """Sums of quantities that may hold the same persons, by value."""
    if "overlapping sums" not in context.shared:
        sums: dict[float, list[tuple[Quantity, ...]]] = {}
        for several in _overlapping(context.evidence.quantities):
            total = sum(_one(one) or 0 for one in several)
            sums.setdefault(total, []).append(several)
        context.shared["overlapping sums"] = sums
    found: dict[float, list[tuple[Quantity, ...]]] = context.shared["overlapping sums"]
    return found


def _one(quantity: Quantity) -> float | None:
    return quantity.value if quantity.value is not None else quantity.low if quantity.low is not None else quantity.high


def _overlapping(quantities: Sequence[Quantity]) -> Iterable[tuple[Quantity, ...]]:
    counted = [one for one in quantities if (_one(one) or 0) > 1]
    joined: dict[str, set[str]] = {one.id: set() for one in counted}
    for one, other in combinations(counted, 2):
        if _overlap(one, other):
            joined[one.id].add(other.id)
            yield one, other
    for one, other, third in combinations([one for one in counted if len(joined[one.id]) > 1], 3):
        if other.id in joined[one.id] and third.id in joined[one.id] and third.id in joined[other.id]:
            yield one, other, third


def _overlap(one: Quantity, other: Quantity) -> bool:
    if one.linked or other.linked:
        return False
    if other.id in one.overlaps or one.id in other.overlaps:
        return True
    origins = {one.origin or one.id, other.origin or other.id}
    if len(origins) == 1:
        return True
    same = one.owner != other.owner and one.population and one.population == other.population
    return bool(same) or (one.owner != other.owner and _alike(one.what, other.what))


def _alike(one: str, other: str) -> bool:
    ours, theirs = kinds_of(one) - _SMALL, kinds_of(other) - _SMALL
    return bool(ours & _PERSONS) and len(ours & theirs) >= 0.6 * min(len(ours), len(theirs)) and len(ours & theirs) > 1


_SMALL: Final = word_set("the of in on at by from to for with and or a an who that as it was were is are")


def _double(context: Context, sentence: Sentence) -> Iterable[Hit]:
    """A figure is the sum of lists that may hold the same persons."""
    text = sentence.text
    if _NOT_ADDED.search(text):
        return
    used = {one.quantity.id for one in uses(context) if one.sentence.ordinal == sentence.ordinal}
    block = {one.quantity.id for one in uses(context) if one.sentence.block == sentence.block}
    own = {value for one in used for value in values_of(context.evidence.index[one])}
    whole = _WHOLE.search(text)
    for number in numbers_in(text):
        if number.value is None or number.value < SMALLEST or number.value in own:
            continue
        for several in _sums(context).get(number.value, ()):
            near = {one.id for one in several} & block
            if (whole and near) or len(near) > 1 or set(_cited(several)) & set(context.cited(sentence)):
                yield _summed(sentence, number, several)
                return


def _cited(several: tuple[Quantity, ...]) -> list[str]:
    return [key for one in several for key in (one.id, *one.statements)]


def _summed(sentence: Sentence, number: Number, several: tuple[Quantity, ...]) -> Hit:
    start = place_in(sentence, sentence.at + number.start)
    parts = " and ".join(f"{one.id} ({_one(one):,g})" for one in several)
    return Hit(
        message="lists that may hold the same persons are added up", got=number.words,
        expected=f"{parts} told apart, or linked with duplicates removed", sentence=sentence, start=start,
        end=start + len(number.words),
    )  # fmt: skip


def _trending(context: Context) -> Sequence[Sentence]:
    return [
        one
        for one in context.manuscript.sentences
        if one.kind in {"fact", "analysis", "caption", "heading"} and _TREND.search(own_words(one))
    ]


def _uncovered(context: Context, sentence: Sentence) -> Iterable[Hit]:
    text = own_words(sentence)
    match = _TREND.search(text)
    counts = {word.casefold() for word in re.findall(r"[^\W\d_]+", text)} & _PERSONS
    numbers = [one for one in numbers_in(blanked(sentence)) if one.value is not None]
    used = [one.quantity for one in uses(context) if one.sentence.ordinal == sentence.ordinal]
    figured = len(numbers) + len(used) > 1 or re.search(r"\bnumbers?\b|\bper cent\b|%", text)
    if match is None or not (counts or len(used) > 1) or not (figured or counts & {"cases", "deaths"}):
        return
    coverages = {one.coverage.casefold() for one in used}
    same = len(used) > 1 and len(coverages) == 1 and "" not in coverages
    if not same and not _COVERED.search(paragraph_text(context, sentence)):
        start = place_in(sentence, sentence.at + match.start())
        yield Hit(
            message="a trend without a word on coverage", got=match[0],
            expected="that the same places, times and sources were counted, or that they were not", sentence=sentence,
            start=start, end=start + len(match[0]),
        )  # fmt: skip


def _dated(context: Context) -> Sequence[Use]:
    return [
        one
        for one in uses(context)
        if one.quantity.as_of is not None and one.sentence.kind not in {"heading", "method"}
    ]


def _stale(context: Context, use: Use) -> Iterable[Hit]:
    """A later figure of the same owner on the same thing is on record, or the figure is old and told without its date."""
    quantity = use.quantity
    day = quantity.as_of.value.split("/")[-1] if quantity.as_of else ""
    text = paragraph_text(context, use.sentence)
    if use.sentence.kind == "cell" or day[:4] in text:
        return
    here = {one.quantity.id for one in uses(context) if one.sentence.block == use.sentence.block}
    for other in context.evidence.quantities:
        later = other.as_of.value.split("/")[-1] if other.as_of else ""
        same = other.owner == quantity.owner and other.what.casefold() == quantity.what.casefold()
        if (
            same
            and other.id not in here
            and later[: len(day)] > day[: len(later)]
            and quantity.id not in other.overlaps
        ):
            yield Hit(
                message=f"a later figure than {quantity.id} is in the casefile", got=f"{use.words}, as of {day}",
                expected=f"{other.id}, as of {later}, or the date of the older one", sentence=use.sentence, start=use.start,
                end=use.end,
            )  # fmt: skip
            return
    age = _age(day, _today(context))
    if age is not None and age > _STALE and not _YEAR.search(text):
        yield Hit(
            message=f"an old figure without its date: {quantity.id}", got=f"{use.words}, {age // 365} years or more old",
            expected=f"“as of {day}”", sentence=use.sentence, start=use.start, end=use.end,
        )  # fmt: skip


def _today(context: Context) -> str:
    for mention in find_days(context.manuscript.meta.get("date", "")):
        return mention
    return context.evidence.taken_at[:10]


def find_days(text: str) -> list[str]:
    """Return the full days (ISO 8601) of a text such as the date in the front matter."""
    from witnessmark.manuscript.facts import dates_in

    return [one.date.value[:10] for one in dates_in(text) if one.date is not None and one.date.precision == "day"]


def _age(day: str, today: str) -> int | None:
    padded = {4: f"{day}-12-31", 7: f"{day}-28"}.get(len(day), day[:10])
    try:
        return (date.fromisoformat(today) - date.fromisoformat(padded)).days
    except ValueError:
        return None


CHECKS: Final = (
    Check(
        code="WM405", name="double-count", severity="E", scope="sentence", title="Overlapping lists are added up",
        explanation="A figure equals the sum of two or three recorded quantities that may hold the same persons: recorded as "
        "overlapping, "
        "going back to one, or counts of the same thing by different bodies, none of them linked.",
        rule="methodology, Numbers: “never sum overlapping lists without linkage”; “double count E”",
        fix="Tell the lists apart.", subjects=_with_figures, run=_double,
    ),
    Check(
        code="WM406", name="trend-without-coverage", severity="W", scope="paragraph", title="A trend without a word on coverage",
        explanation="A rise or fall in numbers of people or cases is told, and neither the records give one coverage for the "
        "figures nor does "
        "the paragraph say that the same places, times and sources were counted.",
        rule="methodology, Numbers: “a trend needs constant coverage”; “trend without coverage W”",
        fix="Say what was covered each time.", subjects=_trending, run=_uncovered,
    ),
    Check(
        code="WM407", name="stale-number", severity="W", scope="paragraph", title="An old figure is told as today's",
        explanation="A later figure of the same owner on the same thing is in the casefile, or the figure is older than a "
        "year and a half (our own choice), and the paragraph does not tell of when it is.",
        rule="methodology, Numbers: “at what date”; “stale number W”", fix="Give its date, or use the later one.",
        subjects=_dated, run=_stale,
    ),
)  # fmt: skip
