"""Scripts and directions of text, and names compared across ways of writing them."""

import re
import unicodedata
from collections import Counter
from typing import Final

from witnessmark.evidence.text import Direction

#: Ranges of the scripts that this house meets, as ISO 15924 codes.
_SCRIPTS: Final = (
    ("Latn", re.compile(r"[A-Za-zªºÀ-ÖØ-öø-ɏɐ-ʯḀ-ỿⱠ-ⱿꜢ-ꟿ]")),
    ("Cyrl", re.compile(r"[Ѐ-ԯᲀ-ᲈꙀ-ꚟ]")),
    (
        "Arab",
        re.compile(
            r"[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c7"
            r"\ufb50-\ufdff\ufe70-\ufefc]"
        ),
    ),
    ("Hani", re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")),
    ("Hira", re.compile(r"[\u3041-\u309f]")),
    ("Kana", re.compile(r"[\u30a0-\u30ff\u31f0-\u31ff]")),
    ("Hang", re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")),
    ("Hebr", re.compile(r"[\u05d0-\u05f2]")),
    ("Grek", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("Tibt", re.compile(r"[\u0f40-\u0fbc]")),
    ("Mong", re.compile(r"[\u1820-\u18aa]")),
    ("Thai", re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e4e]")),
    ("Deva", re.compile(r"[\u0904-\u0963]")),
    ("Armn", re.compile(r"[\u0531-\u0587]")),
    ("Geor", re.compile(r"[\u10a0-\u10ff]")),
)  # fmt: skip
#: Characters of frequent words that are written in only one of the two Chinese standards.
_SIMPLIFIED: Final = re.compile(
    r"[这们为国说会对时发个来过还后关进问现开东样员从报无与门当尔维区华边党团狱营罚审诉证记长见]"
)
_TRADITIONAL: Final = re.compile(
    r"[這們為國說會對時發個來過還後關進問現開東樣員從報無與門當爾維區華邊黨團獄營罰審訴證記長見]"
)
_RTL_SCRIPTS: Final = frozenset({"Arab", "Hebr"})
#: Marks that steer the bidirectional algorithm (UAX #9).
BIDI_CONTROLS: Final = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
FIRST_STRONG_ISOLATE: Final = "\u2068"
POP_ISOLATE: Final = "\u2069"
#: Only so much of a text is looked at: the script of a page shows in its first pages.
_SAMPLE: Final = 20_000


def script_of(text: str) -> str:
    """Return the ISO 15924 code of the script most letters are in, "" for text without letters.

    Chinese is `Hans` or `Hant` where characters of one standard prevail, else `Hani`; Han with kana is `Jpan`, Hangul
    `Kore`. Judged on the first 20,000 code points.
    """
    sample = text[:_SAMPLE]
    counts = Counter({code: len(pattern.findall(sample)) for code, pattern in _SCRIPTS})
    code, count = counts.most_common(1)[0]
    if not count:
        return ""
    if counts["Hira"] + counts["Kana"] > count // 10 and code in {"Hani", "Hira", "Kana"}:
        return "Jpan"
    return {"Hani": _chinese_standard(sample), "Hang": "Kore"}.get(code, code) if code in {"Hani", "Hang"} else code


def _chinese_standard(sample: str) -> str:
    """Return Hans, Hant, or Hani when nothing tells."""
    simplified, traditional = len(_SIMPLIFIED.findall(sample)), len(_TRADITIONAL.findall(sample))
    if simplified == traditional:
        return "Hani"
    return "Hans" if simplified > traditional else "Hant"


def direction_of(text: str) -> Direction:
    """Return `rtl` when most letters are of a right-to-left script, else `ltr` (also for text without letters)."""
    return "rtl" if script_of(text) in _RTL_SCRIPTS else "ltr"


def has_bidi_controls(text: str) -> bool:
    """Tell whether the text holds marks that can make it be shown in another order than it is written."""
    return BIDI_CONTROLS.search(text) is not None


def isolate(text: str) -> str:
    """Return the text between first-strong isolates, so that its direction cannot disturb what stands around it.

    Controls inside that would break out of the isolate are taken out (UAX #9, §2.4). For display only.
    """
    return FIRST_STRONG_ISOLATE + BIDI_CONTROLS.sub("", text) + POP_ISOLATE


#: Apostrophe-like signs of romanised Arabic, Chinese, Uyghur; hyphens and dots that come and go in names.
_NAME_SIGNS: Final = re.compile(r"['’‘ʼʻʾʿ`´ʹ′\u0640\u200c\u200d\u00ad]")
_NAME_BREAKS: Final = re.compile(r"[\W_]+")
#: Latin letters that no decomposition resolves.
_PLAIN_LETTERS: Final = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe", "ə": "e", "þ": "th", "ß": "ss"}
)
_LATIN_MARKS: Final = re.compile(r"(?<=[a-z])[\u0300-\u036f]+")


def name_key(text: str) -> str:
    """Return a key under which ways of writing one name meet: case, Latin diacritics, apostrophes, hyphens, spaces.

    Conservative: it equates `Ürümqi`, `Urumqi` and `ÜRÜMQI`, `Ma'mun` and `Mamun`, `al-Bashir` and `Al Bashir`; it
    changes no letter of another script, so Uyghur ئ, Arabic ة and Cyrillic ё stay what they are.
    """
    text = _NAME_SIGNS.sub("", unicodedata.normalize("NFKC", text).casefold())
    text = text.translate(_PLAIN_LETTERS)
    text = unicodedata.normalize("NFC", _LATIN_MARKS.sub("", unicodedata.normalize("NFD", text)))
    return "".join(_NAME_BREAKS.split(text))
