"""How a page is laid out: four ways for training, four others for the test."""

import random
from collections.abc import Callable

from materials import Filler, Line, Materials

#: Kinds that may stand between two paragraphs of a story.
_INSERTS = [
    "advertisement",
    "newsletter",
    "related",
    "continues",
    "share",
    "login",
    "related",
    "advertisement",
    "consent",
]
_ABOVE = [
    "menu",
    "navigation",
    "consent",
    "login",
    "links",
    "advertisement",
    "dateline",
    "metadata",
    "newsletter",
    "share",
]
_BELOW = [
    "byline",
    "correction",
    "metadata",
    "links",
    "newsletter",
    "share",
    "navigation",
    "legal",
    "login",
    "links",
    "advertisement",
]
#: Share of furniture between paragraphs, in training, that is a title and nothing else.
_BARE = 0.15
#: Share of paragraphs before which a heading of the story's own stands, where the materials have some.
_HEADED = 0.12


def page_lines(split: str, materials: Materials, number: int, seed: str) -> tuple[str, list[Line]]:
    """Return the title and the (kind, text) lines of one dirty page; an empty line has the kind `empty`."""
    rng = random.Random(f"{seed} {split} {materials.language} {number}")  # noqa: S311  (pages, not keys)
    layouts = _LAYOUTS[split]
    story = materials.stories[number % len(materials.stories)]
    filler = Filler(materials, rng)
    return story[0][1], layouts[number % len(layouts)](filler, rng, story)


def _spaced(lines: list[Line], rng: random.Random, share: float = 1.0) -> list[Line]:
    """Put empty lines between lines: always, or at a share of places."""
    out: list[Line] = []
    for line in lines:
        out.append(line)
        if rng.random() < share:
            out.append(("empty", ""))
    return out


def _body(filler: Filler, rng: random.Random, story: list[Line], every: tuple[int, int], cluster: int) -> list[Line]:
    """Return the story's lines with blocks of furniture between paragraphs, never inside a list."""
    out: list[Line] = []
    left = rng.randint(*every)
    for number, line in enumerate(story):
        if _takes_heading(story, number) and "subheads" in filler.materials.sections and rng.random() < _HEADED:
            out.append(("heading", filler.draw("subheads")))
        out.append(line)
        left -= 1
        after = story[number + 1][1] if number + 1 < len(story) else ""
        if left <= 0 and after and not _listed(after) and line[0] != "heading":
            for _ in range(rng.randint(1, cluster)):
                bare = "subheads" in filler.materials.sections and rng.random() < _BARE
                out += [("related", filler.draw("titles"))] if bare else filler.lines(rng.choice(_INSERTS))
            left = rng.randint(*every)
    return out


def _takes_heading(story: list[Line], number: int) -> bool:
    """Tell whether a heading may stand before a line: between two paragraphs."""
    return number > 1 and all(kind == "story" and not _listed(text) for kind, text in story[number - 1 : number + 1])


def _listed(text: str) -> bool:
    return text[:1] in "-–0123456789" or text.startswith("ج:") or text.endswith(("：", ":"))


def _many(filler: Filler, kind: str, count: int) -> list[Line]:
    return [line for _ in range(count) for line in filler.lines(kind)]


def _links(filler: Filler, count: int, *, timed: bool = False) -> list[Line]:
    """Return a heading of links with titles under it, each perhaps with page data of its own."""
    out = filler.lines("links")
    for _ in range(count):
        out.append(("related", filler.draw("titles")))
        if timed:
            out.append(("metadata", f"{filler.rng.randrange(6, 23)}:{filler.rng.randrange(60):02}"))
    return out


def _portal(filler: Filler, rng: random.Random, story: list[Line]) -> list[Line]:
    """Menus first, furniture between paragraphs, links and a footer last; an empty line between all."""
    out = _many(filler, "menu", 2) + _many(filler, "navigation", rng.randint(8, 14)) + filler.lines("advertisement")
    out += [
        story[0],
        *filler.lines("byline"),
        *filler.lines("dateline"),
        *filler.lines("share"),
        *filler.lines("caption"),
    ]
    out += _body(filler, rng, story[1:], (2, 4), 2)
    out += [*filler.lines("correction"), *filler.lines("metadata"), *_links(filler, rng.randint(4, 6))]
    out += [*filler.lines("newsletter"), *filler.lines("share"), *_many(filler, "legal", 2)]
    return _spaced(out, rng)


def _wire(filler: Filler, rng: random.Random, story: list[Line]) -> list[Line]:
    """A plain page of an agency: little furniture, no menus."""
    out = [*filler.lines("dateline"), story[0], *filler.lines("byline"), *_body(filler, rng, story[1:], (3, 6), 1)]
    return _spaced([*out, *filler.lines("share"), *filler.lines("legal")], rng, 0.8)


def _walled(filler: Filler, rng: random.Random, story: list[Line]) -> list[Line]:
    """Consent and subscription first, a second copy of the prompt later, comments last."""
    prompt = filler.lines("newsletter")
    out = [*filler.lines("consent"), *_many(filler, "login", 2), ("navigation", filler.fill("{outlet}"))]
    out += [*filler.lines("metadata"), story[0], *filler.lines("dateline"), *filler.lines("byline"), *prompt]
    out += [*_body(filler, rng, story[1:], (2, 5), 1), *filler.lines("byline"), *_again(prompt)]
    out += [
        *filler.lines("share"),
        *_links(filler, 4, timed=True),
        *_many(filler, "navigation", 6),
        *filler.lines("legal"),
    ]
    return _spaced(out, rng, 0.3)


def _mixed(filler: Filler, rng: random.Random, story: list[Line]) -> list[Line]:
    """Any blocks in any order above and below, any density within."""
    above = rng.sample(_ABOVE, rng.randint(0, len(_ABOVE)))
    below = rng.sample(_BELOW, rng.randint(0, len(_BELOW)))
    under = rng.sample(("byline", "dateline", "share", "caption", "metadata", "login"), rng.randint(1, 5))
    out = [line for kind in above for line in _block(filler, kind)] + [story[0]]
    out += [line for kind in under for line in filler.lines(kind)]
    first = rng.randint(1, 5)
    out += _body(filler, rng, story[1:], (first, first + rng.randint(0, 4)), rng.randint(1, 3))
    out += [line for kind in below for line in _block(filler, kind)]
    return _spaced(out, rng, rng.choice((0.0, 0.3, 0.7, 1.0)))


def _block(filler: Filler, kind: str) -> list[Line]:
    if kind == "links":
        return _links(filler, filler.rng.randint(2, 6), timed=filler.rng.random() < 0.3)
    if kind == "navigation" and filler.rng.random() < 0.3:
        names = [filler.draw("navigation") for _ in range(filler.rng.randint(3, 9))]
        return [("navigation", filler.rng.choice((" | ", "  ", " · ", " ")).join(names))]
    return _many(filler, kind, filler.rng.randint(2, 9) if kind == "navigation" else filler.rng.randint(1, 2))


def _tabloid(filler: Filler, rng: random.Random, story: list[Line]) -> list[Line]:
    """Other stories above the headline, the headline twice, furniture in clusters, comments and a long footer."""
    out = [
        ("navigation", filler.fill("{outlet}")),
        *filler.lines("links"),
        *(("related", filler.draw("titles")) for _ in range(3)),
    ]
    out += [
        *filler.lines("menu"),
        story[0],
        ("repeated", story[0][1]),
        *filler.lines("byline"),
        *filler.lines("dateline"),
    ]
    out += [*filler.lines("metadata"), *filler.lines("caption"), *_body(filler, rng, story[1:], (2, 4), 3)]
    out += [*filler.lines("byline"), *_links(filler, 5), *_many(filler, "share", 3), *_many(filler, "navigation", 10)]
    return _spaced([*out, *_many(filler, "legal", 3)], rng, 0.5)


def _export(filler: Filler, rng: random.Random, story: list[Line]) -> list[Line]:
    """Everything line below line without a space, menus joined to one line, a time under every link."""
    bar = rng.choice((" | ", " · ", "  ", " "))
    menu = bar.join(filler.draw("navigation") for _ in range(rng.randint(5, 8)))
    out = [("navigation", menu), *filler.lines("consent"), *filler.lines("menu"), *filler.lines("dateline"), story[0]]
    out += [*filler.lines("caption"), *filler.lines("byline"), *_body(filler, rng, story[1:], (1, 3), 1)]
    out += [
        *filler.lines("metadata"),
        *_links(filler, 4, timed=True),
        *filler.lines("newsletter"),
        *filler.lines("legal"),
    ]
    return out


def _reader(filler: Filler, rng: random.Random, story: list[Line]) -> list[Line]:
    """A page that is nearly clean: byline, one or two blocks inside, one after."""
    out = [story[0], *filler.lines("byline"), *_body(filler, rng, story[1:], (4, 7), 1), *filler.lines("correction")]
    return _spaced([*out, *filler.lines(rng.choice(("related", "newsletter", "login", "share")))], rng)


def _archive(filler: Filler, rng: random.Random, story: list[Line]) -> list[Line]:
    """A video with its title twice, a prompt that comes back, page data and menus in columns."""
    video, prompt = filler.draw("titles"), filler.lines(rng.choice(("newsletter", "login")))
    out = [
        *_many(filler, "menu", 3),
        *_many(filler, "navigation", rng.randint(5, 9)),
        *filler.lines("metadata"),
        story[0],
    ]
    out += [*filler.lines("dateline"), *filler.lines("share"), ("related", video), ("repeated", video), *prompt]
    out += [
        *_body(filler, rng, story[1:], (2, 5), 2),
        *_again(prompt),
        *filler.lines("correction"),
        *filler.lines("byline"),
    ]
    return _spaced(
        [*out, *_links(filler, 3), *_links(filler, 3), *_many(filler, "menu", 2), *filler.lines("legal")], rng, 0.7
    )


def _again(lines: list[Line]) -> list[Line]:
    return [("repeated", text) for _, text in lines]


_Layout = Callable[[Filler, random.Random, list[Line]], list[Line]]
_LAYOUTS: dict[str, tuple[_Layout, ...]] = {
    "train": (_portal, _wire, _walled, _mixed, _mixed, _mixed),
    "test": (_tabloid, _export, _reader, _archive),
}
