"""Names in forms under which ways of writing one name meet across scripts: plain, romanised, consonants only."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from witnessmark.text.scripts import name_key

#: Cyrillic and Arabic letters to a rough Latin skeleton: enough to meet a name in another script.
_CYRILLIC: Final = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіѓјўєї",
        ["a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "ts",
         "ch", "sh", "sh", "", "y", "", "e", "yu", "ya", "a", "g", "k", "ng", "o", "u", "u", "h", "i", "g", "j", "u", "e", "i"],
        strict=True,
    )
)  # fmt: skip
_ARABIC: Final = dict(
    zip(
        "ابپتثجچحخدذرزژسشصضطظعغفقكگڭلمنهھوۇۆۈۋېىيیەئءأإآةؤ",
        ["a", "b", "p", "t", "s", "j", "ch", "h", "h", "d", "z", "r", "z", "zh", "s", "sh", "s", "d", "t", "z", "", "g", "f", "k",
         "k", "g", "ng", "l", "m", "n", "h", "h", "u", "u", "o", "u", "v", "e", "i", "i", "i", "a", "", "", "a", "i",
         "a", "a", "u"],
        strict=True,
    )
)  # fmt: skip
#: Arabic letters written for one another.
_ARABIC_FORMS: Final = str.maketrans("أإآٱىیکةھ", "اااايي\u0643هه")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_PAIRS: Final = (("kh", "h"), ("gh", "g"), ("sh", "s"), ("ch", "j"), ("zh", "j"), ("ph", "f"), ("ng", "n"), ("dj", "j"))


@lru_cache(maxsize=65536)
def plain_form(word: str) -> str:
    """Return a word casefolded, without accents, apostrophes and hyphens; letters of every script kept."""
    bare = unicodedata.normalize("NFKD", name_key(word))
    return "".join(char for char in bare if not unicodedata.combining(char)).translate(_ARABIC_FORMS)


@lru_cache(maxsize=65536)
def latin_form(word: str) -> str:
    """Return a rough Latin form of a word in Cyrillic or Arabic letters; Latin stays."""
    folded = unicodedata.normalize("NFC", word).casefold()
    if not any("\u0400" <= char <= "\u06ff" for char in folded):
        return plain_form(word)
    return "".join(_CYRILLIC.get(char, _ARABIC.get(char, char)) for char in folded if char.isalpha())


@lru_cache(maxsize=65536)
def skeleton(latin: str) -> str:
    """Return the consonants in the order they stand, in one spelling: what survives romanisation."""
    merged = latin.translate(str.maketrans("qwcxz", "kvkks"))
    for pair, single in _PAIRS:
        merged = merged.replace(pair, single)
    return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", merged))
