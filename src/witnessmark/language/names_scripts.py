"""Names in Chinese, Arabic, Russian and Uyghur, only where a list, a title or a verb of speech makes them sure."""

import re
from collections.abc import Iterator
from typing import Final

from witnessmark.language.words import load, load_table

_ZH_SURNAMES: Final = "".join(sorted(load("surnames_zh")))
_ZH_TITLES: Final = "发言人|大使|部长|主席|总统|总理|书记|局长|先生|女士|专员|秘书长|外长|主任|教授|律师|记者|省长|市长"
_ZH_SAYS: Final = "表示|说|指出|称|强调|认为|告诉|回应|宣布|否认"
_ZH_PERSON: Final = re.compile(
    rf"(?:(?:{_ZH_TITLES})(?P<a>[{_ZH_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?=(?:{_ZH_SAYS}|在|，|。|、|于|对|周|星期|\d|和))"
    rf"|(?<![\u4e00-\u9fff])(?P<b>[{_ZH_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?=(?:{_ZH_SAYS})))"
)
#: Names known in these scripts → kind; a longer name wins over one inside it.
_KIND_OF: Final = load_table("names_by_script")
_HAN: Final = re.compile("[\u4e00-\u9fff]")


#: Endings of cases that Uyghur writes onto a name.
_UG_SUFFIX: Final = "(?:دا|تا|دە|تە|نىڭ|غا|قا|گە|كە|دىن|تىن|نى|دىكى|تىكى|لىق|لىك)"


def _listed() -> re.Pattern[str]:
    names = sorted(_KIND_OF, key=len, reverse=True)
    han = "|".join(name for name in names if _HAN.match(name))
    other = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in names if not _HAN.match(name))
    return re.compile(rf"(?:{han})|(?<!\w)(?:و|ب|ل|في\s)?(?P<name>{other}){_UG_SUFFIX}?(?!\w)")


_LISTED: Final = _listed()
_AR_PERSON: Final = re.compile(
    r"(?:الرئيس|الوزير|وزير الخارجية|السفير|السفيرة|السيد|السيدة|الدكتور|الدكتورة|الأمين العام|المفوض السامي|"
    r"المفوضة السامية|المتحدث|المتحدثة|المحامي|الصحفي)"
    r"\s+(?P<name>(?!ال|باسم|لدى|في|عن)[\u0621-\u064a]{2,20}(?:\s(?!ال|في|من|على|إن|أن|قال|عن|إلى|مع)[\u0621-\u064a]{2,20}|\s(?:بن|"
    r"عبد)\s[\u0621-\u064a]{2,20}|\sال[\u0621-\u064a]{3,20}){1,2})"
)
_RU_NAME: Final = "[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
#: A title that opens a sentence has a capital and is no part of the name.
_RU_TITLE: Final = "(?:Министр|Президент|Посол|Господин|Госпожа|Представитель|Глава|Премьер|Адвокат)"
_RU_PERSON: Final = re.compile(
    rf"(?<!\w)(?!{_RU_TITLE})(?P<name>(?:[А-ЯЁ]\.\s?){{1,2}}{_RU_NAME}|{_RU_NAME}\s+(?:{_RU_NAME}\s+)?[А-ЯЁ][а-яё]+(?:ов|ова|овой|"
    rf"ев|ева|евой|ёв|ин|ина|иной|ский|ская|ского|ской|ым|ко|ян|швили|дзе|юк|ук|ич))(?!\w)"
    rf"|(?:господин|госпожа|президент|министр|посол|представитель|пресс-секретарь|"
    rf"адвокат)\w{{0,3}}\s+(?P<titled>{_RU_NAME}(?:\s{_RU_NAME})?)"
)
_UG_PERSON: Final = re.compile(
    r"(?<![\u0621-\u06d5])(?P<name>[\u0621-\u06d5]{3,20}(?:\s[\u0621-\u06d5]{3,20})?)\s(?:ئەپەندى|ئەپەندىم|خانىم)(?:نىڭ|غا|دىن|نى)?(?!\w)"
)


def find_names_by_script(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, kind) of names in these scripts, in no order and perhaps overlapping."""
    if text.isascii():
        return
    if _HAN.search(text):
        yield from _people(_ZH_PERSON, text)
    if re.search("[\u0600-\u06ff]", text):
        yield from _people(_AR_PERSON, text)
        yield from _people(_UG_PERSON, text)
    if re.search("[\u0400-\u04ff]", text):
        yield from _people(_RU_PERSON, text)
    if re.search("[\u0400-\u04ff\u0600-\u06ff\u4e00-\u9fff]", text):
        for match in _LISTED.finditer(text):
            group = "name" if match["name"] else 0
            yield match.start(group), match.end(group), _KIND_OF[re.sub(r"\s", " ", match[group])]


def _people(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int, str]]:
    for match in pattern.finditer(text):
        group = str(match.lastgroup)
        yield match.start(group), match.end(group), "person"
