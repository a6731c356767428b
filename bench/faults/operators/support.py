"""Faults of support and numbers: figures, dates, names, small words, quotations, citations."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from operators.base import Clean, Mutant, asserting, cased, operator, places, quotations

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH: Final = "|".join(_MONTHS)


def _digit(number: str, random: Random) -> str:
    where = random.choice([index for index, one in enumerate(number) if one.isdigit()])
    others = [one for one in "123456789" if one != number[where]]
    return number[:where] + random.choice(others) + number[where + 1 :]


@operator("numbers", "WM1", "WM4", "WM8")
def change_digit(clean: Clean, random: Random) -> Iterator[Mutant]:
    pattern = rf"(?<![\d.,:/-])\d{{1,3}}(?:,\d{{3}})*(?![\d:/]|[.,]\d)(?! ?(?:{_MONTH}))"
    for _, match, start, end in places(asserting(clean), pattern):
        yield clean.text(start, end, _digit(match[0], random))


@operator("numbers", "WM1", "WM4", "WM8")
def change_number_word(clean: Clean, random: Random) -> Iterator[Mutant]:
    words = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    for _, match, start, end in places(
        asserting(clean), rf"\b(?:{'|'.join(words)})\b(?! hundred|-)", flags=re.IGNORECASE
    ):
        new = random.choice([one for one in words if one != match[0].lower()])
        yield clean.text(start, end, cased(match[0], new))


@operator("numbers", "WM105", "WM106", "WM107", "WM102", "WM4")
def change_bound_figure(clean: Clean, random: Random) -> Iterator[Mutant]:
    for match in re.finditer(r"\[([^\]\[]*\d[^\]\[]*)\]\{\.q ref=", clean.source):
        yield clean.text(match.start(1), match.end(1), _digit(match[1], random))


@operator("numbers", "WM1", "WM4")
def drop_hedge(clean: Clean, random: Random) -> Iterator[Mutant]:
    pattern = r"\b(?:at least|up to|as many as|more than|no more than|(?-i:about)|around|nearly|almost|approximately|fewer than) (?=[\[\d]|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|a hundred)\b)"
    for _, _, start, end in places(asserting(clean), pattern, flags=re.IGNORECASE):
        yield clean.text(start, end, "")
    for match in re.finditer(r"\[(at least|up to|about|as many as|more than) [^\]]*\]\{\.q", clean.source):
        yield clean.text(match.start(1), match.end(1) + 1, "")


@operator("numbers", "WM1", "WM4")
def change_hedge(clean: Clean, random: Random) -> Iterator[Mutant]:
    swap = {
        "at least": "up to",
        "up to": "at least",
        "more than": "fewer than",
        "about": "at least",
        "no more than": "at least",
    }
    for match in re.finditer(rf"\b({'|'.join(swap)}) (?=\d+(?! (?:{_MONTH})))(?!\d+ (?:{_MONTH}))", clean.source):
        yield clean.text(match.start(1), match.end(1), swap[match[1]])


@operator("numbers", "WM1", "WM4")
def collapse_range(clean: Clean, random: Random) -> Iterator[Mutant]:
    for match in re.finditer(r"(?:between )?(\d[\d,]*)( to | and |–)(\d[\d,]*)(?= [a-z]+|\])", clean.source):
        if "between" in match[0] or match[2] != " and ":
            yield clean.text(match.start(), match.end(), random.choice([match[1], match[3]]))


@operator("numbers", "WM1", "WM4")
def change_unit(clean: Clean, random: Random) -> Iterator[Mutant]:
    swap = {
        "days": "weeks", "weeks": "days", "months": "weeks", "hours": "days", "minutes": "hours", "women": "men", "men": "women",
        "children": "adults", "killed": "injured", "injured": "killed", "families": "people", "metres": "kilometres",
        "kilometres": "metres", "boys": "girls", "years": "months", "wounded": "killed", "missing": "killed", "villages": "towns",
    }  # fmt: skip
    for _, match, start, end in places(asserting(clean), rf"(?<=\w )\b(?:{'|'.join(swap)})\b"):
        if re.search(
            r"(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\]?(?:\{[^}]*\})? (?:[a-z]+ )?$",
            clean.source[start - 40 : start],
        ):
            yield clean.text(start, end, swap[match[0]])


@operator("numbers", "WM403", "WM101", "WM105", "WM106", "WM2")
def claim_as_count(clean: Clean, random: Random) -> Iterator[Mutant]:
    index = clean.evidence.index
    claimed = {one.id for one in clean.evidence.quantities if one.type in {"claimed", "range_of_claims"}}
    for sentence in asserting(clean):
        if not any(bound.ref in claimed for bound in sentence.bounds) or sentence.quotations:
            continue
        at = sentence.source_span.start
        match = re.match(
            r".{3,80}?\b(?:said|says|told|stated|claims?|claimed|wrote|writes|put)\b(?: \w+){0,3}? that ",
            sentence.source,
        )
        if match:
            yield clean.text(at, at + match.end(), "The Office verified that ")
            rest = sentence.source[match.end() :]
            yield clean.text(at, at + match.end() + 1, rest[:1].upper())
    del index


@operator("numbers", "WM405", "WM106", "WM101", "WM102")
def sum_two_lists(clean: Clean, random: Random) -> Iterator[Mutant]:
    quantities = clean.evidence.index
    bound = [(sentence, one) for sentence in clean.manuscript.sentences for one in sentence.bounds if one.kind == "q"]
    for sentence, one in bound:
        first = quantities.get(one.ref)
        for other in getattr(first, "overlaps", ()):
            second = quantities.get(other)
            values = [getattr(each, "value", None) or getattr(each, "low", None) for each in (first, second)]
            if all(values):
                total = f"{sum(values):,.0f}"
                ids = [each.statements[0] for each in (first, second) if each.statements]
                at = sentence.source_span.end
                cites = "; ".join(f"@{each}" for each in ids)
                yield clean.text(at, at, f" Together these lists make {total} people. [{cites}]")


@operator("dates", "WM8", "WM1")
def change_weekday(clean: Clean, random: Random) -> Iterator[Mutant]:
    for _, match, start, end in places(asserting(clean, cited=False), rf"\b(?:{'|'.join(_DAYS)})\b"):
        yield clean.text(start, end, random.choice([one for one in _DAYS if one != match[0]]))


@operator("dates", "WM1", "WM8")
def change_day(clean: Clean, random: Random) -> Iterator[Mutant]:
    for _, match, start, end in places(asserting(clean), rf"(?<!\d)\d{{1,2}}(?= (?:{_MONTH})\b)"):
        new = random.choice([one for one in range(1, 29) if str(one) != match[0]])
        yield clean.text(start, end, str(new))


@operator("dates", "WM1", "WM8")
def change_month(clean: Clean, random: Random) -> Iterator[Mutant]:
    for _, match, start, end in places(asserting(clean), rf"\b(?:{_MONTH})\b(?= \d{{4}}|[,.; ])"):
        if re.search(r"(?:\d|in|In|of|since|until) $", clean.source[max(0, start - 6) : start]):
            yield clean.text(start, end, random.choice([one for one in _MONTHS if one != match[0]]))


@operator("dates", "WM1", "WM8")
def change_year(clean: Clean, random: Random) -> Iterator[Mutant]:
    for _, match, start, end in places(asserting(clean), r"\b20\d\d\b"):
        yield clean.text(start, end, str(int(match[0]) + random.choice((-3, -2, -1, 1, 2))))


@operator("dates", "WM1", "WM8")
def change_clock_time(clean: Clean, random: Random) -> Iterator[Mutant]:
    for _, match, start, end in places(asserting(clean), r"\b([01]\d|2[0-3]):([0-5]\d)\b"):
        yield clean.text(start, start + 2, f"{(int(match[1]) + random.choice((2, 3, 5, 11))) % 24:02d}")


@operator("dates", "WM1", "WM8")
def drop_zone(clean: Clean, random: Random) -> Iterator[Mutant]:
    pattern = r"(?<=\d\d:\d\d),? ?\(?(?:UTC ?[+−-] ?\d+(?::\d\d)?|[+−-]\d\d:?\d\d|local time|Z\b|GMT)\)?"
    for _, _, start, end in places(asserting(clean, cited=False), pattern):
        yield clean.text(start, end, "")


def _names(clean: Clean) -> list[str]:
    groups = (clean.evidence.sources, clean.evidence.places, clean.evidence.persons, clean.evidence.organisations)
    names = {one.name for group in groups for one in group if not getattr(one, "protected", False)}
    return sorted(
        name
        for name in names
        if name.isascii() and all(part[0].isupper() for part in name.split() if len(part) > 3) and len(name) > 3
    )


@operator("support", "WM1", "WM804", "WM805", "WM5", "WM610")
def swap_name(clean: Clean, random: Random) -> Iterator[Mutant]:
    """A name gives way to another one of the case."""
    names = _names(clean)
    context = clean.context
    for sentence in asserting(clean):
        words = " ".join(context.support.read(one).words for one in context.cited(sentence))
        for name in names:
            for _, _, start, end in places([sentence], rf"(?<![\w-]){re.escape(name)}(?![\w-])"):
                others = [
                    one
                    for one in names
                    if one != name and not any(part in words for part in one.split() if len(part) > 3)
                ]
                if others:
                    yield clean.text(start, end, random.choice(others))


@operator("support", "WM1", "WM804")
def misspell_name(clean: Clean, random: Random) -> Iterator[Mutant]:
    for sentence, match, start, end in places(asserting(clean), r"(?<=[a-z,] )[A-Z][a-z]{4,}\b"):
        word = match[0]
        if (
            word in _DAYS
            or word in _MONTHS
            or word in {"Office", "Ministry", "State", "Committee", "Republic", "District", "Court"}
        ):
            continue
        where = random.randrange(1, len(word) - 2)
        new = word[:where] + word[where + 1] + word[where] + word[where + 2 :]
        if new != word:
            yield clean.text(start, end, new)


@operator("support", "WM1", "WM2", "WM3", "WM5")
def drop_not(clean: Clean, random: Random) -> Iterator[Mutant]:
    for _, match, start, end in places(asserting(clean), r"\b(?:not|never) |\bno (?=[a-z])|(?<=n)n’t\b|(?<=n)n't\b"):
        yield clean.text(start, end, "a " if match[0] == "no " else "")


@operator("support", "WM1", "WM3", "WM2", "WM5")
def add_not(clean: Clean, random: Random) -> Iterator[Mutant]:
    for _, match, start, end in places(
        asserting(clean),
        r"\b(?:was|were|had|is|are|could) (?=(?:taken|held|beaten|told|seen|killed|struck|found|brought|released|open|closed|"
        r"allowed|hit|used|aboard|counted|given|sent|paid|there)\b)",
    ):
        yield clean.text(end, end, "not ")


@operator("support", "WM1", "WM3")
def drop_may(clean: Clean, random: Random) -> Iterator[Mutant]:
    for _, match, start, end in places(
        [one for one in clean.manuscript.sentences if one.kind != "heading"],
        r"\b(?:(?:may|might) (?:have been|have|be|constitute|amount|be able)|could (?:have been|have|constitute|amount))\b",
    ):  # "could be seen" speaks of what was possible, not of doubt
        new = {
            "have been": "was",
            "have": "has",
            "be": "is",
            "constitute": "constitutes",
            "amount": "amounts",
            "be able": "is able",
        }
        yield clean.text(start, end, new[match[0].split(" ", 1)[1]])


@operator("support", "WM1", "WM3", "WM2", "WM4", "WM5", "WM904")
def drop_doubt(clean: Clean, random: Random) -> Iterator[Mutant]:
    pattern = r"(?<=the |was |ere | is |are |has |ave | an | of )(?:alleged(?:ly)?|reportedly|apparently|possibly|probably|suspected|appears? to|seems? to) "
    for _, match, start, end in places(asserting(clean), pattern):
        yield clean.text(start, end, "")


@operator("support", "WM1", "WM2", "WM3", "WM4", "WM5")
def drop_attribution(clean: Clean, random: Random) -> Iterator[Mutant]:
    """“X said that Y” becomes “Y”."""
    for sentence in asserting(clean):
        if sentence.kind != "attribution" or sentence.quotations:
            continue
        match = re.match(
            r"[^“”\[\]]{3,70}?\b(?:said|says|told (?:the \w+|\w+)|stated|testified|wrote|claims?|claimed) that ",
            sentence.source,
        )
        if match:
            at = sentence.source_span.start
            rest = sentence.source[match.end()]
            yield clean.text(at, at + match.end() + 1, rest.upper(), note=f"dropped {match[0]!r}")


@operator("support", "WM1", "WM2", "WM3", "WM5")
def strengthen_verb(clean: Clean, random: Random) -> Iterator[Mutant]:
    swap = {
        "said": ("proved", "confirmed", "admitted"), "told": ("proved to",), "alleged": ("established",),
        "claimed": ("confirmed",),
        "suggests": ("proves",), "suggest": ("prove",), "indicates": ("proves",), "indicate": ("prove",), "believes": ("knows",),
        "reported": ("confirmed",), "describes": ("proves",), "thought": ("knew",), "heard": ("saw",), "asked": ("ordered",),
        "struck": ("massacred",), "taken": ("abducted",), "died": ("was murdered",), "hit": ("shelled",), "held": ("imprisoned",),
    }  # fmt: skip
    for _, match, start, end in places(asserting(clean), rf"\b(?:{'|'.join(swap)})\b"):
        yield clean.text(start, end, random.choice(swap[match[0]]))


@operator("support", "WM1", "WM8", "WM3", "WM5")
def turn_round(clean: Clean, random: Random) -> Iterator[Mutant]:
    """A word gives way to its opposite."""
    pairs = ("before after", "north south", "east west", "arrested released", "opened closed", "inside outside", "entered left",
             "above below", "first last", "day night", "morning evening", "more fewer", "northern southern", "eastern western",
             "accepted rejected", "present absent", "alive dead", "larger smaller", "increased decreased", "arrived left",
             "all none")  # fmt: skip
    swap = {one: other for pair in pairs for one, other in (pair.split(), pair.split()[::-1])}
    for _, match, start, end in places(asserting(clean), rf"\b(?:{'|'.join(swap)})\b"):
        yield clean.text(start, end, swap[match[0]])


@operator("support", "WM1", "WM2", "WM3")
def change_role(clean: Clean, random: Random) -> Iterator[Mutant]:
    roles = ("guard", "officer", "soldier", "commander", "doctor", "nurse", "teacher", "driver", "judge", "foreman", "clerk",
    "miner",
             "sergeant", "captain", "mayor", "colonel", "deputy", "director", "secretary", "engineer", "lawyer",
             "minister")  # fmt: skip
    for _, match, start, end in places(asserting(clean), rf"\b(?:{'|'.join(roles)})\b"):
        yield clean.text(start, end, random.choice([one for one in roles if one != match[0]]))


@operator("support", "WM103", "WM104", "WM106", "WM107", "WM102")
def change_word_in_quotation(clean: Clean, random: Random) -> Iterator[Mutant]:
    for sentence in asserting(clean):
        for start, end in quotations(sentence):
            words = list(re.finditer(r"[a-z]{4,}", clean.source[start:end]))
            if len(words) > 2:
                match = random.choice(words)
                new = random.choice(["people", "houses", "never", "quickly", "several", "brought", "under"])
                if new != match[0]:
                    yield clean.text(start + match.start(), start + match.end(), new)


@operator("support", "WM103", "WM104", "WM106", "WM107", "WM102")
def drop_word_in_quotation(clean: Clean, random: Random) -> Iterator[Mutant]:
    for sentence in asserting(clean):
        for start, end in quotations(sentence):
            words = list(re.finditer(r"(?<=\s)\S+\s", clean.source[start:end]))
            if len(words) > 1:
                match = random.choice(words)
                yield clean.text(start + match.start(), start + match.end(), "")


@operator("support", "WM103", "WM105", "WM106", "WM107", "WM102", "WM8")
def change_figure_in_quotation(clean: Clean, random: Random) -> Iterator[Mutant]:
    for sentence in asserting(clean):
        for start, end in quotations(sentence):
            for match in re.finditer(r"\d+(?![^{]*\})", clean.source[start:end]):
                yield clean.text(start + match.start(), start + match.end(), _digit(match[0], random))


@operator("support", "WM103", "WM104")
def drop_not_in_quotation(clean: Clean, random: Random) -> Iterator[Mutant]:
    for sentence in asserting(clean):
        for start, end in quotations(sentence):
            for match in re.finditer(r"\b(?:not|never|may|alleged|up to|some of) ", clean.source[start:end]):
                yield clean.text(start + match.start(), start + match.end(), "")


@operator("support", "WM104", "WM103")
def cut_quotation(clean: Clean, random: Random) -> Iterator[Mutant]:
    """A quotation ends just before a word that takes something back, or begins just after one that doubts it."""
    for sentence in asserting(clean):
        for start, end in quotations(sentence):
            words = clean.source[start:end]
            for match in re.finditer(
                r",? (?:but|although|unless|except|if|only|however|though|until|in the context of)\b", words
            ):
                if match.start() > 12:
                    yield clean.text(start + match.start(), end, "")
            for match in re.finditer(
                r"^(?:\S+ ){0,6}?(?:not|may|might|alleged|allegedly|up to|almost|could|no) (?=\S+ \S+)", words
            ):
                yield clean.text(start, start + match.end(), "")


@operator("support", "WM103", "WM102")
def invent_quotation(clean: Clean, random: Random) -> Iterator[Mutant]:
    for sentence in asserting(clean):
        if sentence.citations and sentence.kind == "attribution" and not sentence.quotations:
            end = sentence.source_span.end
            cite = ", ".join(f"@{one.id}" for one in sentence.citations[:1])
            yield clean.text(
                end,
                end,
                f" “They were told to be silent and to forget the whole of it.” [{cite}]",
                note=f"invented quotation [{cite}]",
            )


@operator("support", "WM1", "WM2", "WM5", "WM603")
def swap_citations(clean: Clean, random: Random) -> Iterator[Mutant]:
    """Two sentences far apart exchange what they cite."""
    context = clean.context
    sentences = [one for one in asserting(clean) if len(one.groups) == 1 and one.kind in {"fact", "attribution"}]
    items = {}
    for one in sentences:
        records = [clean.evidence.index.get(key) for key in context.cited(one)]
        items[one.ordinal] = {getattr(record, "item", getattr(record, "id", "")) for record in records}
    for index, one in enumerate(sentences):
        others = [other for other in sentences[index + 1 :] if not items[one.ordinal] & items[other.ordinal]]
        if others:
            other = random.choice(others)
            (a, b), (c, d) = ((group.start, group.end) for group in (one.groups[0], other.groups[0]))
            first, second = clean.source[a:b], clean.source[c:d]
            source = clean.source[:a] + second + clean.source[b:c] + first + clean.source[d:]
            line = clean.source.count("\n", 0, a) + 1
            yield Mutant(source=source, note=f"{first} ↔ {second}", line=line)


@operator("support", "WM1")
def drop_citation(clean: Clean, random: Random) -> Iterator[Mutant]:
    for sentence in asserting(clean):
        if len(sentence.groups) == 1 and clean.manuscript.div(sentence, "finding") is None:
            group = sentence.groups[0]
            yield clean.text(group.start, group.end, "")


@operator("support", "WM1", "WM911")
def cite_wrong_statement(clean: Clean, random: Random) -> Iterator[Mutant]:
    """One key gives way to a statement of another item."""
    statements = [one for one in clean.evidence.statements if not one.withheld]
    for sentence in asserting(clean):
        if len(sentence.citations) == 1:
            one = sentence.citations[0]
            record = clean.evidence.index.get(one.id)
            others = [other.id for other in statements if other.item != getattr(record, "item", one.id)]
            if others and re.match(r"@?[A-Z]+\d+$", clean.source[one.start : one.end]):
                lead = "@" if clean.source[one.start] == "@" else ""
                yield clean.text(one.start, one.end, lead + random.choice(others))


@operator("hygiene", "WM911", "WM101", "WM910")
def unknown_key(clean: Clean, random: Random) -> Iterator[Mutant]:
    for one in clean.manuscript.citations:
        text = clean.source[one.start : one.end]
        if re.match(r"@?[SE]\d+$", text):
            yield clean.text(one.start, one.end, re.sub(r"\d+", str(random.randrange(900, 999)), text))


@operator("support", "WM101", "WM102")
def add_unsupported(clean: Clean, random: Random) -> Iterator[Mutant]:
    lines = ("Soldiers burned the storehouse that night.", "The men were kept without water for two days.",
    "Guards fired into the crowd.",
             "Three of them died later.", "The governor signed the order himself.", "Nobody was ever charged.")  # fmt: skip
    for sentence in asserting(clean):
        block = clean.manuscript.blocks[sentence.block]
        if block.kind == "paragraph" and sentence.ordinal == block.sentences[-1]:
            yield clean.text(sentence.source_span.end, sentence.source_span.end, " " + random.choice(lines))
