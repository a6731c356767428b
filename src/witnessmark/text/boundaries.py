"""Where a quotation may begin and end: never inside a word, a compound or a number."""

import re
from typing import Final

from witnessmark.text.characters import (
    CURRENCIES,
    NUMBER_JOINTS,
    NUMBER_SIGNS,
    PERCENT_LIKE,
    is_mark,
    is_numeral,
    is_unspaced,
    is_word,
)
from witnessmark.text.numerals import (
    begins_with_number_word,
    continues_written_number,
    ends_inside_written_number,
    is_multiplied,
    splits_thousands,
)

#: How far a boundary looks either side, in folded code points.
REACH: Final = 32
#: French and Italian words that lose their vowel and are written onto the next word without changing it.
_ELISION: Final = re.compile(
    r"(?<!\w)(?:l|d|j|m|t|s|c|qu|jusqu|lorsqu|puisqu|quoiqu|dell|all|nell|dall)'$", re.IGNORECASE
)
_POSSESSIVE: Final = re.compile(r"'s(?!\w)")
#: Signs that join letters into one token: compounds, addresses, abbreviations.
_LETTER_JOINTS: Final = frozenset("-@/&_\\")
_CHINESE_NUMBER_BEFORE: Final = re.compile(r"(?:[第数數几幾]|分之|[点點])$")
_CHINESE_NUMBER_AFTER: Final = re.compile(r"(?:[多余餘几幾来來](?![自到年说說])|分之|[点點][〇零一二三四五六七八九\d])")
_PAUSES: Final = frozenset(".,;:!?،؛؟۔")
_OPEN_RANGE: Final = re.compile(r"\d- $")
_INSIDE_NUMBER: Final = "inside a number"
_INSIDE_WORD: Final = "inside a word"
_INSIDE_COMPOUND: Final = "inside a compound"


def start_fault(text: str, at: int) -> str:
    """Return why a quotation may not begin at a folded offset, "" when it may."""
    if at == 0 or _begins_plain_word(text, at):
        return ""
    before, after = text[max(0, at - REACH) : at], text[at : at + REACH]
    return _fault_between(before, after) or _number_fault_at_start(before, after)


def end_fault(text: str, at: int) -> str:
    """Return why a quotation may not end at a folded offset, "" when it may."""
    if at >= len(text) or _ends_plain_word(text, at):
        return ""
    before, after = text[max(0, at - REACH) : at], text[at : at + REACH]
    return _fault_between(before, after) or _number_fault_at_end(before, after)


def _begins_plain_word(text: str, at: int) -> bool:
    """Whether a word after a blank begins here that is no part of a number: most boundaries are such."""
    if text[at - 1] != " " or not text[at].isalpha() or is_numeral(text[at]) or text[at - 2 : at - 1].isdigit():
        return False
    return not begins_with_number_word(text[at : at + REACH])


def _ends_plain_word(text: str, at: int) -> bool:
    """Whether a word ends here, before a blank or a sign with a blank after it, and no number goes on."""
    left, right, next_ = text[at - 1], text[at], text[at + 1 : at + 2]
    if not left.isalpha() or is_numeral(left):
        return False
    if right == " ":
        return not begins_with_number_word(text[at : at + REACH])
    return right in _PAUSES and next_ in {"", " "}


def _fault_between(before: str, after: str) -> str:
    """Return the fault of any cut between two strings, whichever side is quoted."""
    left, right = before[-1], after[0]
    if left == " ":
        inside = splits_thousands(before, after) or _splits_after_space(before, after)
        return _INSIDE_NUMBER if inside else ""
    if right == " ":
        return _INSIDE_NUMBER if splits_thousands(before + " ", after[1:]) else ""
    if is_word(left) and is_word(right):
        return _fault_between_words(left, right)
    if is_word(right):
        return _fault_at_joint(before[:-1], left, after)
    if is_word(left) and len(after) > 1 and is_word(after[1]):
        return _fault_at_joint(before, right, after[1:])
    return ""


def _splits_after_space(before: str, after: str) -> bool:
    """Whether a figure and what multiplies it are parted (`14 |million`), or a range at a line's end (`10- |12`)."""
    if before[-2:-1].isdigit():
        return is_multiplied(after)
    return after[0].isdigit() and _OPEN_RANGE.search(before) is not None


def _fault_between_words(left: str, right: str) -> str:
    """Two word characters side by side part only where a script without spaces is met, and never in a number."""
    if is_mark(right):
        return "between a letter and its mark"
    if is_numeral(left) and is_numeral(right):
        return _INSIDE_NUMBER
    return "" if is_unspaced(left) or is_unspaced(right) else _INSIDE_WORD


def _fault_at_joint(before: str, joint: str, after: str) -> str:
    """Return the fault of a cut beside a sign that stands between `before` and `after`."""
    if not before or not is_word(before[-1]):
        return ""
    if before[-1].isdigit() and after[0].isdigit() and joint in NUMBER_JOINTS:
        return _INSIDE_NUMBER
    if joint in _LETTER_JOINTS:
        return "" if is_unspaced(before[-1]) and is_unspaced(after[0]) else _INSIDE_COMPOUND
    if joint == "'":
        return _fault_at_apostrophe(before + joint, after)
    return _INSIDE_WORD if joint == "." and _is_dotted(before, after) else ""


def _fault_at_apostrophe(before: str, after: str) -> str:
    """An apostrophe between letters joins them, but for elisions and the possessive."""
    if not (before[-2].isalpha() and after[0].isalpha()):
        return ""
    free = _ELISION.search(before) or _POSSESSIVE.match("'" + after)
    return "" if free else "inside a contraction"


def _is_dotted(before: str, after: str) -> bool:
    """Whether a full stop between letters joins them: `U.N.`, `site.org`; not a missing space after a sentence."""
    if not (before[-1].isalpha() and after[0].isalpha()):
        return False
    single = len(before) == 1 or not before[-2].isalpha()
    return single or after[0].islower()


def _number_fault_at_start(before: str, after: str) -> str:
    """Return the fault of beginning at a number whose sign, currency or first digits are left out."""
    left, right = before[-1], after[0]
    if right.isdigit() and (left in NUMBER_SIGNS or left in CURRENCIES or left == "."):
        return "" if left == "." and len(before) > 1 and before[-2] not in " -+" else "after the sign of a number"
    if is_numeral(right) and _CHINESE_NUMBER_BEFORE.search(before):
        return _INSIDE_NUMBER
    if right in PERCENT_LIKE and is_numeral(left):
        return _INSIDE_NUMBER
    signed = right in NUMBER_SIGNS or right in CURRENCIES or right in NUMBER_JOINTS
    if signed and after[1:2].isdigit() and is_word(left) and not is_unspaced(left):
        return _INSIDE_NUMBER
    return _INSIDE_NUMBER if continues_written_number(before, after) else ""


def _number_fault_at_end(before: str, after: str) -> str:
    """Return the fault of ending at a number whose unit of account or last digits are left out."""
    left, right = before[-1], after[0]
    if left.isdigit() and (is_multiplied(after) or right == "+"):
        return _INSIDE_NUMBER
    if is_numeral(left) and (right in PERCENT_LIKE or _CHINESE_NUMBER_AFTER.match(after)):
        return _INSIDE_NUMBER
    if right.isdigit() and (left in NUMBER_SIGNS or left in CURRENCIES):
        return "before the digits of a number"
    return _INSIDE_NUMBER if ends_inside_written_number(before, after) else ""
