"""Relative dates of Chinese, Arabic, Persian, Russian and Uyghur: yesterday, last year, three days ago."""

import re
from collections.abc import Iterator
from typing import Final

from witnessmark.language.date_resolve import shift
from witnessmark.language.found import Found, Place, found_unit, unresolved
from witnessmark.language.numbers import DIGITS, parse_number

#: Unit, how many on, and the words for it; a low line stands for a space.
_ROWS: Final = """
day -2 前天 أول_أمس أول_من_أمس позавчера
day -1 昨天 昨日 昨晚 昨夜 أمس الأمس بالأمس вчера تۈنۈگۈن دیروز
day 0 今天 今日 今晚 今早 今晨 اليوم сегодня بۈگۈن امروز
day 1 明天 明日 明晚 غدا غداً غدًا завтра ئەتە فردا
day 2 后天 後天 بعد_غد послезавтра
week -1 上周 上週 上星期 上个星期 الأسبوع_الماضي прошлой_неделе прошлую_неделю минувшей_неделе ئۆتكەن_ھەپتە هفته_گذشته
week 0 本周 本週 这周 本星期 هذا_الأسبوع الأسبوع_الجاري الأسبوع_الحالي этой_неделе بۇ_ھەپتە این_هفته
week 1 下周 下週 下星期 الأسبوع_المقبل الأسبوع_القادم следующей_неделе будущей_неделе كېلەر_ھەپتە هفته_آینده
month -1 上月 上个月 上個月 الشهر_الماضي прошлом_месяце прошлого_месяца минувшем_месяце ئۆتكەن_ئاي ماه_گذشته
month 0 本月 这个月 這個月 هذا_الشهر الشهر_الجاري الشهر_الحالي этом_месяце этого_месяца بۇ_ئاي این_ماه
month 1 下月 下个月 下個月 الشهر_المقبل الشهر_القادم следующем_месяце будущем_месяце كېلەر_ئاي ماه_آینده
year -2 前年 позапрошлом_году
year -1 去年 العام_الماضي السنة_الماضية прошлом_году прошлого_года минувшем_году ئۆتكەن_يىلى ئۆتكەن_يىل بۇلتۇر سال_گذشته پارسال
year 0 今年 هذا_العام هذه_السنة العام_الجاري العام_الحالي этом_году этого_года нынешнем_году بۇ_يىل امسال
year 1 明年 العام_المقبل العام_القادم السنة_المقبلة следующем_году будущем_году كېلەر_يىلى كېلەر_يىل سال_آینده
"""
_STEPS: Final = {
    word.replace("_", " "): (unit, int(step))
    for unit, step, *words in (row.split() for row in _ROWS.strip().splitlines())
    for word in words
}


def _any(words: Iterator[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


_CHINESE: Final = re.compile(rf"(?P<words>{_any(word for word in _STEPS if '一' <= word[0] <= '鿿')})(?!版)")
#: An Arabic "and" or "so" stands before its word without a space; "اليوم" before an adjective is only "the day".
_LETTERS: Final = re.compile(
    rf"(?<!\w)[وف]?(?P<words>{_any(word for word in _STEPS if not '一' <= word[0] <= '鿿')})(?!\w)"
    r"(?!\s+ال(?:أول|ثاني|ثالث|تالي|أخير))",
    re.IGNORECASE,
)
_UNITS: Final = {
    "天": "day", "日": "day", "周": "week", "星期": "week", "个星期": "week", "个月": "month", "年": "year",
    "день": "day", "дня": "day", "дней": "day", "неделю": "week", "недели": "week", "недель": "week",
    "месяц": "month", "месяца": "month", "месяцев": "month", "год": "year", "года": "year", "лет": "year",
    "كۈن": "day", "ھەپتە": "week", "ئاي": "month", "يىل": "year",
}  # fmt: skip
_AGO: Final = re.compile(
    r"(?P<n>[0-9０-９]{1,3}|[一二两三四五六七八九十]{1,3})\s?(?P<u>天|个星期|星期|周|个月|年)(?:之|以)?前"
    r"|(?P<n2>\d{1,3}|[а-я]{2,12})\s+(?P<u2>день|дня|дней|неделю|недели|недель|месяц|месяца|месяцев|год|года|лет)\s+назад\b"
    r"|(?P<n3>\d{1,3})\s+(?P<u3>كۈن|ھەپتە|ئاي|يىل)\s+(?:ئىلگىرى|بۇرۇن|ئاۋۋال)",
    re.IGNORECASE,
)


def find_relative(place: Place) -> Iterator[Found]:
    """Yield the relative dates of these scripts; without an anchor they have no value."""
    for pattern in (_CHINESE, _LETTERS):
        for match in pattern.finditer(place.text):
            unit, step = _STEPS[re.sub(r"\s+", " ", match["words"].lower())]
            found = _counted(match, place, unit, step)
            if found is not None:
                yield found
    for match in _AGO.finditer(place.text):
        number = parse_number((match["n"] or match["n2"] or match["n3"]).translate(DIGITS))
        if number is not None and number == int(number):
            found = _counted(match, place, _UNITS[(match["u"] or match["u2"] or match["u3"]).lower()], -int(number))
            if found is not None:
                yield found


def _counted(match: re.Match[str], place: Place, unit: str, step: int) -> Found | None:
    if place.anchor is None:
        return unresolved(match, "")
    return found_unit(match, shift(place.anchor, unit, step), place.anchor)
