# ruff: noqa: E501  (one line per language: wrapped, the words could not be compared)
"""Lines that hold nothing but a date or a time stamp, in the words of twelve languages."""

import re
from functools import cache
from typing import Final

from witnessmark.reading.lines_lexicon import plain
from witnessmark.reading.lines_shape import Shape

#: A line with two stamps, weekday, time and zone each, has no more words.
_LONGEST: Final = 18
_NUMERIC: Final = re.compile(
    r"\d{4}\s?[-/.年]\s?\d{1,2}\s?(?:[-/.月]\s?\d{1,2}\s?日?|月)|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|[〇一二三四五六七八九十]{2,4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{0,3}日?"
)
_SOURCE: Final = re.compile(r"(?:来源|文章来源)\s*[:：]?\s*\S{1,20}$")
_TOKEN: Final = re.compile(r"[^\W\d_]+")
_NUMBER: Final = re.compile(r"\d+")
_WIDE: Final = re.compile(
    r"发布时间|发表时间|更新时间|发布日期|发表于|发布于|更新于|发布|发表|最后更新|更新|时间|日期|来源|星期[一二三四五六日天]|周[一二三四五六日]|上午|下午|晚上|凌晨|北京时间|格林尼治标准时间|[年月日时分于]"
)
#: Words by which dates are written; a word with `*` stands for all that begin so.
_MONTHS: Final = """
    january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre fevr avr juil enero febrero marzo abril mayo junio julio agosto
    septiembre setiembre octubre noviembre diciembre ene abr ago dic januar februar marz juni juli oktober dezember janeiro fevereiro marco maio junho julho
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    январ* феврал* март* апрел* май мая июн* июл* август* сентябр* октябр* ноябр* декабр* янв фев апр авг сен сент окт ноя дек
    يناير فبراير مارس ابريل نيسان مايو ايار يونيو يونيه حزيران يوليو يوليه تموز اغسطس اب سبتمبر ايلول اكتوبر تشرين نوفمبر ديسمبر كانون شباط اذار فروردين ارديبهشت
    خرداد تير مرداد شهريور مهر ابان اذر دي بهمن اسفند ژانويه فوريه اوت سپتامبر اكتبر نوامبر دسامبر
    يانۋار فېۋرال مارت ئاپرېل ماي ئىيۇن ئىيۇل ئاۋغۇست سېنتەبىر ئۆكتەبىر نويابىر دېكابىر
    ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik oca sub nis haz tem agu eyl eki kas ara"""
_OTHERS: Final = """
    mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday tues thur thurs lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miercoles jueves viernes sabado domingo montag dienstag mittwoch donnerstag freitag samstag sonntag
    понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
    الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد دوشنبه سه شنبه چهارشنبه پنجشنبه جمعه يكشنبه
    دۈشەنبە سەيشەنبە چارشەنبە پەيشەنبە جۈمە شەنبە يەكشەنبە pazartesi sali carsamba persembe cuma cumartesi pazar
    published posted updated modified created date issued released first last originally on at a by time edt est pst pdt cst cdt gmt utc bst cet cest msk am pm st nd rd th of the
    publie publiee mis mise jour modifie le a h date heure actualizado actualizada actualizacion publicado publicada publicacion fecha ultima el las los de del hs hora horas la y veroffentlicht aktualisiert uhr am um stand
    опубликовано обновлено изменено дата публикации обновления размещено в г год года мск последнее обновление время
    نشر نشرت تاريخ النشر اخر تحديث تم التحديث حدث في الساعه بتوقيت غرينتش مكه جرينتش القاهره ه م ص الاول الثاني اضيف يوم منتشر شده تاريخ انتشار ساعت
    ئېلان قىلىنغان ۋاقتى يوللانغان يېڭىلانغان كۈنى يىلى يىل ۋاقىت چېسلا
    giris guncelleme guncellenme yayinlanma yayin tarihi tarih son saat tsi eklenme olusturulma"""


def is_dateline(shape: Shape) -> bool:
    """Tell whether a line holds a date and, beside it, nothing but words that dates and stamps are written with."""
    if not 0 < shape.words <= _LONGEST:
        return False
    folded = _SOURCE.sub("", plain(shape.head))
    if not _NUMBER.search(folded) and "年" not in folded:
        return False
    numeric = _NUMERIC.search(folded) is not None
    tokens = _TOKEN.findall(_WIDE.sub(" ", _NUMERIC.sub(" ", folded)))
    months, others = _words(_MONTHS), _words(_OTHERS)
    if not numeric and not any(_known(token, months) for token in tokens):
        return False
    return all(_known(token, months) or _known(token, others) for token in tokens)


def _known(token: str, words: tuple[frozenset[str], tuple[str, ...]]) -> bool:
    return token in words[0] or token.startswith(words[1])


@cache
def _words(text: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = plain(text).split()
    stems = tuple(word[:-1] for word in words if word.endswith("*"))
    return frozenset(word for word in words if not word.endswith("*")), stems or ("\0",)
