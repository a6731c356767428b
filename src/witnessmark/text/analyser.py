"""The one search analyser: what is indexed and what is asked for go through the same function."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import Stemmer

#: Language codes with a snowball stemmer that this house uses. Uyghur and Chinese have none.
_STEMMERS: Final = {
    "en": "english", "fr": "french", "es": "spanish", "de": "german", "ru": "russian", "ar": "arabic", "tr": "turkish",
    "it": "italian", "pt": "portuguese",
}  # fmt: skip
_HAN: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_IGNORABLE: Final = re.compile(r"[\u00ad\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_TOKEN: Final = re.compile(rf"[{_HAN}]+|(?:(?![{_HAN}_])\w|(?<=\w)['’](?=\w))+")
_IS_HAN: Final = re.compile(rf"[{_HAN}]")
_ARABIC_MARKS: Final = re.compile(r"[\u064b-\u065f\u0670]")
#: Letter folding for the Arabic language only: in Uyghur it would destroy ئ, which is a letter of its own there.
_ARABIC_LETTERS: Final = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"})
#: Letters that Uyghur has and Arabic has not.
_UYGHUR_ONLY: Final = re.compile(r"[ەېۆۈۇۋۅگڭچپژھ]")
_ARABIC: Final = re.compile(r"[\u0620-\u06ff]")


def tokens(text: str, language: str = "") -> list[str]:
    """Return the search terms of a text, in order.

    NFKC, casefold; Han and kana as overlapping bigrams (a single character as itself); Arabic letters folded only when
    `language` is `ar`, or when it is not given and no letter of Uyghur or Persian stands in the text; snowball stems
    where `language` has a stemmer. decisions.md, search traps.
    """
    text = _IGNORABLE.sub("", unicodedata.normalize("NFKC", text)).casefold()
    if _folds_arabic(text, language):
        text = _ARABIC_MARKS.sub("", text).translate(_ARABIC_LETTERS)
    stem = _stemmer(_STEMMERS.get(language, ""))
    found: list[str] = []
    for word in _TOKEN.findall(text):
        if _IS_HAN.match(word):
            found += _bigrams(word)
        else:
            found.append(stem(word.replace("’", "'")) if stem else word.replace("’", "'"))
    return found


def _folds_arabic(text: str, language: str) -> bool:
    """Whether Arabic letter folding applies: said so, or nothing said and nothing in the text speaks against it."""
    if language:
        return language == "ar"
    return _ARABIC.search(text) is not None and _UYGHUR_ONLY.search(text) is None


def _bigrams(run: str) -> list[str]:
    """Return overlapping pairs of a run without spaces; a run of one as itself."""
    return [run] if len(run) == 1 else [run[i : i + 2] for i in range(len(run) - 1)]


@lru_cache(maxsize=16)
def _stemmer(algorithm: str) -> Callable[[str], str] | None:
    """Return the stemming function of a snowball algorithm, None for no algorithm."""
    if not algorithm:
        return None
    stem: Callable[[str], str] = Stemmer.Stemmer(algorithm).stemWord
    return stem
