"""A generated report of 400 pages with its evidence: 180,000 words, 2,000 citations, 10,000 statements, 1,000 items. Invented."""

from random import Random

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.protected import Protected, ProtectedPerson
from witnessmark.evidence.snapshot import Evidence, Investigation
from witnessmark.evidence.sources import CollectionRecord, Item, Source
from witnessmark.evidence.statements import Statement
from witnessmark.evidence.text import Passage, Text, Tool

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_PLACES = ("Tarn", "Oldmill", "Varqent", "Sennet", "Marrekh", "Tolva", "Keldrun", "Hasperin", "Ondrist", "Belmark")
_PEOPLE = ("miner", "cook", "driver", "clerk", "teacher", "nurse", "farmer", "guard", "student", "carpenter")
_ACTS = (
    "were taken from the hall to the yard", "waited at the gate without water", "signed a paper that nobody read to them",
    "were counted twice before the bus left", "slept on the floor of the old school", "asked for a doctor and got no answer",
    "carried stone from the lower terrace", "saw two cars leave by the north road", "were told to leave the village",
    "kept a list of the names on a wall",
)  # fmt: skip
_OWN = (
    "The office compared these accounts with one another before it used them.",
    "This suggests that the order of the days is known better than the number of the people.",
    "The differences between the accounts are small and are set out in the annex.",
    "The office could not visit the place and could not speak to the authority in charge.",
    "This report returns to the question in the chapter on what followed.",
    "Taken together, the accounts point to a practice and not to the acts of one evening.",
    "No account was used of which the office does not know where it comes from.",
    "The office asked each person the same questions in the same order, and wrote the answers down.",
)
TOOL = Tool(name="sample", version="1")


def sample(
    *,
    sentences: int = 9_600,
    citations: int = 2_000,
    statements: int = 10_000,
    items: int = 1_000,
    persons: int = 200,
    seed: int = 7,
) -> tuple[str, Evidence, Protected]:
    """Return manuscript, evidence and protected persons; the sizes are those of the claim."""
    random = Random(seed)
    each = statements // items
    sources = [
        Source(id=f"O{n}", kind="person", name=f"Witness W-{n}", reliability=random.choice("BC"), connection="witness")
        for n in range(1, items + 1)
    ]
    made_items, texts, said = [], [], []
    for n in range(1, items + 1):
        lines, number = [], (n - 1) * each
        content = ""
        for k in range(each):
            line = _line(random)
            start = len(content)
            content += line + ("\n\n" if k % 3 == 2 else " ")
            lines.append((number + k + 1, start, line))
        content = content.strip() + "\n"
        texts.append(Text(id=f"T{n}", item=f"E{n}", kind="canonical", tool=TOOL, content=content, language="en"))
        made_items.append(
            Item(
                id=f"E{n}", media_type="text/plain", source=f"O{n}", genre="testimony", texts=(f"T{n}",), language="en",
                published=PartialDate(value="2032-01-10"), integrity="matches",
                collected=(CollectionRecord(collected_at="2032-01-11T10:00:00+00:00"),),
            )
        )  # fmt: skip
        said += [
            Statement(
                id=f"S{one}", item=f"E{n}", speaker=f"O{n}", kind="direct", distance=0,
                passage=Passage(text=f"T{n}", start=start, end=start + len(line) - 1, quote=line[:-1]),
            )
            for one, start, line in lines
        ]  # fmt: skip
    evidence = Evidence(
        investigation=Investigation(name="Sample", office="Sample Office", territory="Belmark"), sources=tuple(sources),
        items=tuple(made_items), texts=tuple(texts), statements=tuple(said), taken_at="2032-02-01T10:00:00+00:00",
    )  # fmt: skip
    protected = Protected(tuple(_person(random, n) for n in range(1, persons + 1)))
    return _manuscript(random, said, sentences, citations), evidence, protected


def _person(random: Random, number: int) -> ProtectedPerson:
    first, last = (random.choice("ABDEGKLMNRST") + _name(random) for _ in range(2))
    trade = f"{random.choice(_PEOPLE)} of {random.choice(_PLACES)}"
    day = f"arrested on {random.randrange(1, 28)} {random.choice(_MONTHS)} 2031"
    return ProtectedPerson(source=f"O{number}", names=(f"{first} {last}",), details=(trade, day))


def _name(random: Random) -> str:
    return "".join(random.choice("aeiou") + random.choice("bdglmnrstvz") for _ in range(3))


def _line(random: Random) -> str:
    day = f"{random.randrange(1, 28)} {random.choice(_MONTHS)} 2031"
    return (
        f"On {day} {random.randrange(3, 90)} {random.choice(_PEOPLE)}s of {random.choice(_PLACES)} {random.choice(_ACTS)}, and "
        f"the {random.choice(_PEOPLE)} who wrote it down counted {random.randrange(2, 40)} children among them."
    )


def _manuscript(random: Random, said: list[Statement], sentences: int, citations: int) -> str:
    lines = [
        "---",
        "title: A generated report",
        "office: Sample Office",
        "date: 1 February 2032",
        "---",
        "",
        "# Method",
        "",
    ]
    chosen = iter(random.sample(said, citations))
    every = sentences // citations
    paragraph: list[str] = []
    for n in range(sentences):
        if n % every == 0 and (one := next(chosen, None)) is not None:
            quote = one.passage.quote
            words = (
                f"Witness W-{one.speaker[1:]} said: “{quote}.”"
                if n % 3
                else f"Witness W-{one.speaker[1:]} said that {quote[:1].lower()}{quote[1:]}."
            )
            paragraph.append(f"{words} [@{one.id}]")
        else:
            paragraph.append(random.choice(_OWN))
        if len(paragraph) == 6:
            lines += [" ".join(paragraph), ""]
            paragraph = []
        if n % 300 == 299:
            lines += [f"# Chapter {n // 300 + 1}", ""]
    return "\n".join([*lines, " ".join(paragraph), ""])
