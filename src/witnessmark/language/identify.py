"""The language of a passage: by script where the script decides, else by pycld2; short strings stay unknown."""

import re
from dataclasses import dataclass
from typing import Final, Literal

import pycld2

from witnessmark.text.scripts import direction_of, script_of

#: Only so much is looked at: more does not change the answer, and it bounds the time.
_SAMPLE: Final = 20_000
#: Fewer letters than this say nothing about the language of an alphabetic script (two short words).
_FEWEST_LETTERS: Final = 12
_FEWEST_HAN: Final = 2
#: A second language with this share of the text makes the answer a low one.
_SURE_SHARE: Final = 70
_CODES: Final = {"zh-Hant": "zh", "iw": "he", "in": "id", "jw": "jv"}
#: Scripts that one language of those read here is written in.
_BY_SCRIPT: Final = {"Hans": "zh", "Hant": "zh", "Hani": "zh", "Jpan": "ja", "Kore": "ko"}
_LETTER: Final = re.compile(r"[^\W\d_]")
#: Letters that only one of the languages of the Arabic script writes (Uyghur vowels; Persian gaf, pe, zhe, che).
_UYGHUR: Final = re.compile("[\u06d5\u06c7\u06c6\u06c8\u06cb\u06d0\u06ad]")
_PERSIAN: Final = re.compile("[\u06a9\u06cc\u06af\u067e\u0686\u0698]")
_ARABIC: Final = re.compile("[\u0629\u0643\u064a\u0649\u0623\u0625]")
_URDU: Final = re.compile("[\u0679\u0688\u0691\u06d2\u06ba\u06be]")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, kw_only=True)
class Language:
    """What a passage is written in: `code` is ISO 639-1 or "" for unknown, `confidence` is in words for a reader.

    `script` is ISO 15924 ("" when there are no letters), `direction` the base direction of that script.
    """

    code: str = ""
    confidence: Literal["high", "low", "unknown"] = "unknown"
    script: str = ""
    direction: Literal["ltr", "rtl"] = "ltr"


def identify(text: str) -> Language:
    """Return the language, script and direction of `text`; too short or mixed a text has the code "".

    Uyghur, Persian, Arabic and Chinese are told by their own letters; the rest by pycld2 (Compact Language Detector 2).
    """
    sample = _CONTROLS.sub(" ", text[:_SAMPLE])
    script, direction = script_of(sample), direction_of(sample)
    letters = len(_LETTER.findall(sample))
    fewest = _FEWEST_HAN if script in _BY_SCRIPT else _FEWEST_LETTERS
    if letters < fewest:
        return Language(script=script, direction=direction)
    code, sure = _by_letters(sample, script, letters) or _by_model(sample, script)
    confidence: Literal["high", "low", "unknown"] = "unknown" if not code else "high" if sure else "low"
    return Language(code=code, confidence=confidence, script=script, direction=direction)


def _by_letters(sample: str, script: str, letters: int) -> tuple[str, bool] | None:
    if script in _BY_SCRIPT:
        return _BY_SCRIPT[script], True
    if script != "Arab":
        return None
    uyghur = len(_UYGHUR.findall(sample))
    if uyghur * 10 > letters and not _URDU.search(sample.replace("\u06be", "")):
        return "ug", True
    persian, arabic, urdu = (len(pattern.findall(sample)) for pattern in (_PERSIAN, _ARABIC, _URDU))
    if persian * 25 > letters and not urdu and arabic * 4 < persian:
        return "fa", True
    return None


def _by_model(sample: str, script: str) -> tuple[str, bool]:
    reliable, _, guesses = pycld2.detect(sample, bestEffort=False)
    _, code, share, _ = guesses[0]
    code = _CODES.get(code, code)
    if not reliable or code == "un" or share < _SURE_SHARE // 2:
        return "", False
    if script == "Arab" and code in {"en", "zh", "ru"}:
        return "", False
    return code, share >= _SURE_SHARE
