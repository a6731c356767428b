"""Which blocks of a page lie outside its main text, as an extractor finds it; the extractor never changes a character."""

from collections.abc import Iterator
from typing import Final

import msgspec

from witnessmark.reading.html_blocks import Block
from witnessmark.reading.lines_shape import fold_key

#: A block of which this share is link text is a link; outside the main text it leads elsewhere.
_LINKED: Final = 0.8
_JUDGED: Final = frozenset({"paragraph", "list", "heading"})
#: Parts that may hold the story itself, as a part named "paywall" or "subscribe" does.
_HOLDING: Final = frozenset({"login", "newsletter", "consent", "advertisement"})
#: An extractor that leaves out more of the page's prose than this share missed the story, and is not believed.
_TRUST: Final = 0.6
#: Prose is a block of this many characters with few links in it; a page of few blocks has nothing around its story.
_PROSE: Final = 120
_WIDE: Final = 3
_FEW_LINKS: Final = 0.3
_FEW: Final = 30
#: What heads a page stands this many blocks above its main text at most: headline, byline, date.
_HEAD: Final = 8


def mark_outside(blocks: tuple[Block, ...], source: str, title: str) -> tuple[Block, ...]:
    """Return the blocks with those outside the main text marked: links as `related`, others as `outside`."""
    links = {i for i, block in enumerate(blocks) if block.linked >= _LINKED and block.kind in {"paragraph", "list"}}
    if not links and len(blocks) < _FEW:
        return blocks
    kinds = dict.fromkeys(links, "related")
    if len(blocks) >= _FEW:
        kinds = dict(_changed(blocks, _main_keys(source, recall=False), fold_key(title))) | kinds
    if any(kinds[i] == "related" for i in links):
        wide = _main_keys(source, recall=True)
        kinds |= {i: blocks[i].kind for i in links if fold_key(blocks[i].text) in wide}
    return tuple(msgspec.structs.replace(block, kind=kinds.get(i, block.kind)) for i, block in enumerate(blocks))


def _changed(blocks: tuple[Block, ...], keys: set[str], title: str) -> Iterator[tuple[int, str]]:
    """Yield blocks whose kind the main text changes: others before, after and short ones within are `outside`.

    A paragraph of the main text is one, even if the part of the page that holds it is named after a prompt.
    """
    found = [fold_key(block.text) for block in blocks]
    joined = " ".join(keys)
    inside = [bool(key) and (key in keys or key in joined) for key in found]
    prose = {i for i, block in enumerate(blocks) if _is_prose(block)}
    main = sorted(i for i in prose if inside[i])
    if not main or sum(len(blocks[i].text) for i in main) < _TRUST * sum(len(blocks[i].text) for i in prose):
        return
    for i, block in enumerate(blocks):
        if inside[i]:
            if i in prose and block.kind in _HOLDING:
                yield i, "paragraph"
        elif block.kind in _JUDGED and not (title and found[i] and found[i] in title):
            within = main[0] < i < main[-1]
            if not main[0] - _HEAD <= i < main[0] and not (within and (i in prose or block.kind == "heading")):
                yield i, "outside"


def _is_prose(block: Block) -> bool:
    """Tell whether a block is as long as a paragraph; a wide character says as much as three others."""
    if block.linked >= _FEW_LINKS or len(block.text) * _WIDE < _PROSE:
        return False
    return len(block.text) >= _PROSE or sum(char > "\u2e7f" for char in block.text[:_PROSE]) * _WIDE >= _PROSE


def _main_keys(source: str, *, recall: bool) -> set[str]:
    from trafilatura import extract

    text = extract(source, fast=True, include_comments=False, include_tables=True, favor_recall=recall)
    return {key for line in (text or "").splitlines() if (key := fold_key(line.lstrip("- ")))}
