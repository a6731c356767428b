"""Classes of characters on which boundaries of words and numbers rest."""

import re
import unicodedata
from typing import Final

#: Scripts written without spaces between words: any two characters may part there.
_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd]"
)
#: Chinese numerals, plain and financial, and what multiplies them.
CHINESE_NUMERALS: Final = frozenset("〇零一二两兩三四五六七八九十廿卅百千万萬亿億兆壹贰貳叁參肆伍陆陸柒捌玖拾佰仟")
CURRENCIES: Final = frozenset("$€£¥₽₺₴₸₩₹﷼＄￥￡¢")
PERCENT_LIKE: Final = frozenset("%‰٪％°º℃")
#: Signs that change the value of the number that follows them.
NUMBER_SIGNS: Final = frozenset("-+±∓~≈<>≤≥≪≫")
#: Signs that may stand inside a number, between two digits.
NUMBER_JOINTS: Final = frozenset(".,:/'·٫٬،．，_")


def is_mark(character: str) -> bool:
    """Tell whether a character belongs to the one before it (combining mark)."""
    return character > "\u02ff" and unicodedata.category(character)[0] == "M"


def is_word(character: str) -> bool:
    """Tell whether a character is part of a word: letter, digit, underscore, or a mark on one."""
    return character.isalnum() or character == "_" or is_mark(character)


def is_unspaced(character: str) -> bool:
    """Tell whether a character is of a script that puts no spaces between words."""
    return character > "\u0dff" and _UNSPACED.match(character) is not None


def is_numeral(character: str) -> bool:
    """Tell whether a character is a digit of any script or a Chinese numeral."""
    return character.isdigit() or character in CHINESE_NUMERALS
