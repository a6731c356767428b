"""Numbers that only name something: a page, an article, a list item, a phone number, a model, what a rate is of."""

import re
from typing import Final

from witnessmark.language.calendar_words import MONTHS
from witnessmark.language.name_lists import GROUPS, PLACES
from witnessmark.language.numerals import Numeral

_REACH: Final = 28
_PHONE_PARTS: Final = 3
#: So far back the bracket is looked for that "(…, 2)" closes.
_LOOK_BACK: Final = 80
#: What stands before a number that is a name, a place in a document, a phone number or a part of a word.
_NOT_BEFORE: Final = re.compile(
    r"(?:[^\W\d_][-–’']?|\d[.,]|\b(?i:interstate|highway|route|psalm|title)\s|[\w][@/=_.:]|[#№§&]\s?|\+|"
    r"\b(?:pages?|pp?\.|paras?\.?|paragraphs?|articles?|arts?\.|sections?|sec\.|no\.?|nos\.?|number|numbers|"
    r"resolution|chapter|annex|"
    r"appendix|rule|principle|room|unit|phase|camp|block|floor|figure|fig\.|table|tel\.?|phone|fax|call|flight|"
    r"route|highway|box|volume|"
    r"vol\.|issue|version|level|item|footnote|note|line|row|verse|act|law|channel|gate|bus|exhibit|order|case|form|"
    r"zone|area|district|ward|"
    r"division|regiment|brigade|battalion|version|step|part|day|week|grade|class|type|group|ios|windows|covid|"
    r"top|category|stage|tier|season|episode|terminal|boeing|airbus|formula|mach)\s+(?:no\.?\s+)?)$",
    re.IGNORECASE,
)
_NOT_AFTER: Final = re.compile(
    r"[^\W\d_]|[.:/@_]\w|-\d+[-/.]\d|\s?[-–]\s?\d+\s?[-–]\s?\d|-(?!page|member|strong|storey|story|bed|km|mile|metre|"
    r"kilometre|year)[a-z]"
)
#: "One in five women" is a share; the five are nobody.
_ONE_IN: Final = re.compile(r"\b(?:one|two|three|four|\d+)\s+(?:in|out of)(?:\s+every)?\s+$", re.IGNORECASE)
_PHONE: Final = re.compile(r"[\d() .+-]{9,24}")
_LIST: Final = re.compile(r"[.)]\s")
#: "March 15 to 17": the end of a range of days, of which the date before holds the month.
_DAY_OF_RANGE: Final = re.compile(
    rf"\b(?:{'|'.join(MONTHS)})\.?\s\d{{1,2}}(?:st|nd|rd|th)?\s?(?:to|through|until|and|[-–])\s?$", re.IGNORECASE
)
#: "Six per 100,000 people": a rate; the hundred thousand are nobody.
_PER: Final = re.compile(r"\b(?:per|for every)\s$", re.IGNORECASE)
_NEXT_NAME: Final = re.compile(r"\s([A-Z][a-z][\w’'-]*)")
_NAME_BEFORE: Final = re.compile(r"[\w,]\s([A-Z][\w’'-]+)\s$")
_OF_A_PEOPLE: Final = ("an", "ans", "ese", "ish", "ic", "ics")


def is_reference(text: str, numeral: Numeral) -> bool:
    """Tell a number that only names something: a page, an article, a list item, a phone number, COVID-19."""
    before = text[max(0, numeral.start - _REACH) : numeral.start]
    if _ONE_IN.search(before) or _PER.search(before) or _is_in_a_name(text, numeral, before):
        return True
    if not numeral.in_digits:
        return before[-1:].isalnum() or before[-1:] == "-"
    if _NOT_BEFORE.search(before) or _NOT_AFTER.match(text, numeral.end) or _DAY_OF_RANGE.search(before):
        return True
    return _is_list_number(text, numeral, before) or _is_phone(text, numeral)


def _is_list_number(text: str, numeral: Numeral, before: str) -> bool:
    """Tell "3." and "3)" that open a line, and "2)" within one that no bracket opens."""
    opens = not before.rsplit("\n", 1)[-1].strip()
    if opens and _LIST.match(text, numeral.end):
        return numeral.start == 0 or "\n" in before or len(before) == _REACH
    bracket = text.startswith(")", numeral.end)
    return bracket and "(" not in text[max(0, numeral.start - _LOOK_BACK) : numeral.start].rpartition(")")[2]


def _is_phone(text: str, numeral: Numeral) -> bool:
    phone = _PHONE.match(text, numeral.start)
    return phone is not None and len(re.findall(r"\d+", phone[0])) >= _PHONE_PARTS and "-" in phone[0]


def _is_in_a_name(text: str, numeral: Numeral, before: str) -> bool:
    """Tell a number between the capitalised words of one name: "the Lost 52 Project", "visited Six Flags"."""
    following = _NEXT_NAME.match(text, numeral.end)
    if (
        following is None
        or following[1].endswith(_OF_A_PEOPLE)
        or {following[1], following[1].rstrip("s")} & (GROUPS | PLACES)
    ):
        return False
    if not numeral.in_digits:
        return text[numeral.start].isupper() and re.search(r"[a-z,]\s$", before) is not None
    lead = _NAME_BEFORE.search(before)
    return lead is not None and lead[1] not in PLACES and lead[1] not in GROUPS
