# ruff: noqa: E501  (the two rows of characters stand under each other)
"""Looks up the words of a line in the cues of furniture: what the line speaks of, without a grammar of any language."""

import re
from functools import cache, lru_cache
from typing import Final

from witnessmark.reading.lines_cues import CUES

KINDS: Final = tuple(CUES)
_WIDE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")
_TOKEN: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[%$£€©#°]+")
#: Words are filed under this many first letters; shorter ones under all they have.
_FILED: Final = 3
_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys("àáâãäå", "a"), **dict.fromkeys("èéêë", "e"), **dict.fromkeys("ìíîïı", "i"), **dict.fromkeys("òóôõö", "o"),
        **dict.fromkeys("ùúûü", "u"), "ç": "c", "ğ": "g", "ş": "s", "ñ": "n", "ё": "е", "’": "'", "\u0307": "",
        **dict.fromkeys("أإآٱ", "ا"), "ى": "ي", "ة": "ه", "ـ": "", "ک": "ك", "ی": "ي", **dict.fromkeys(map(chr, range(0x64B, 0x653)), ""),
        **dict(zip("廣訂閱讀報聞郵註關評論發轉載權點擊視頻圖連結熱門薦會員隱絕繼續頁專題導編輯記責時間標籤網單選設開閉尋錄", "广订阅读报闻邮注关评论发转载权点击视频图连结热门荐会员隐绝继续页专题导编辑记责时间标签网单选设开闭寻录", strict=True)),
    }
)  # fmt: skip
#: Forms by which Russian, Turkish and Uyghur speak to a reader, whatever the verb or noun.
_ENDINGS: Final = (
    ("do", re.compile(r"\w{2}(?:йте|ите)(?:сь)?$|\w{3}(?<!ني)ڭ$|\wڭلار$")),
    (
        "reader",
        re.compile(
            r"\w{2}(?:iniz|unuz)|\w{2}ڭيز|\w{2}(?:[аеяу]ем|аете|аетесь|уете|ируем)$|\w(?:iyoruz|uyoruz|abiliriz|ebiliriz|degiliz|mayiz|meyiz)$|\w{2}(?:يميز|لايسيز|لەيسيز)$"
        ),
    ),
)
#: What Arabic writes onto the front of a word: and, then, with, for, the.
_PROCLITICS: Final = ("وال", "بال", "لل", "ال", "و", "ب", "ل", "ف")


def plain(text: str) -> str:
    """Return `text` folded as the cues are: case, accents, alefs and long forms of characters do not count."""
    return text.casefold().translate(_PLAIN)


@lru_cache(maxsize=1 << 12)
def cues_in(head: str) -> dict[str, list[str]]:
    """Return kind of cue → the words of `head` that are such cues, in order; linear in the length of `head`.

    What is returned is kept for the next caller, who must not change it either.
    """
    found: dict[str, list[str]] = {}
    folded = plain(head)
    for run in _WIDE.findall(folded):
        _wide(run, found)
    for token in _TOKEN.findall(folded):
        kinds = _kinds(token)
        if not kinds and "\u0600" <= token[0] <= "\u06ff":
            kinds = next((k for p in _PROCLITICS if token.startswith(p) and (k := _kinds(token[len(p) :]))), ())
        for kind in kinds:
            found.setdefault(kind, []).append(token)
    return found


def _wide(run: str, found: dict[str, list[str]]) -> None:
    """Look up every two to four characters of a script without spaces."""
    words = _filed()[2]
    for at in range(len(run)):
        for word, kinds in (*words.get(run[at], ()), *words.get(run[at : at + 2], ())):
            if run.startswith(word, at):
                for kind in kinds:
                    found.setdefault(kind, []).append(word)


@lru_cache(maxsize=1 << 16)
def _kinds(token: str) -> tuple[str, ...]:
    exact, stems, _ = _filed()
    kinds = dict.fromkeys(exact.get(token, ()))
    for stem, of in stems.get(token[:_FILED], ()):
        if token.startswith(stem):
            kinds.update(dict.fromkeys(of))
    for kind, pattern in _ENDINGS:
        if pattern.search(token):
            kinds[kind] = None
    return tuple(kinds)


_Filed = dict[str, list[tuple[str, tuple[str, ...]]]]


@cache
def _filed() -> tuple[dict[str, tuple[str, ...]], _Filed, _Filed]:
    """Return whole words, beginnings of words and words of wide characters, the latter two by their first letters."""
    words: dict[str, dict[str, None]] = {}
    for kind, text in CUES.items():
        for word in plain(text).split():
            words.setdefault(word, {})[kind] = None
    exact: dict[str, tuple[str, ...]] = {}
    stems: _Filed = {}
    wide: _Filed = {}
    for word, kinds in words.items():
        if _WIDE.match(word):
            wide.setdefault(word[:2], []).append((word, tuple(kinds)))
        elif word.endswith("*"):
            stems.setdefault(word[:-1][:_FILED], []).append((word[:-1], tuple(kinds)))
        else:
            exact[word] = tuple(kinds)
    return exact, stems, wide
