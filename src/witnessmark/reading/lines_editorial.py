# ruff: noqa: E501  (one line per language: wrapped, the alternatives could not be compared)
"""Lines that belong to a story without being its text: byline, dateline, correction, caption."""

import re
from typing import Final

from witnessmark.evidence.reading import LineLabel
from witnessmark.reading.lines_rules import Verdict
from witnessmark.reading.lines_shape import Shape

_MONTH: Final = (
    r"(?:jan(?:uary|vier|\.)?|feb(?:ruary|\.)?|f[eé]vr(?:ier|\.)|mar(?:ch|s|zo|\.)?|apr(?:il|\.)?|avr(?:il|\.)|abr(?:il|\.)|ma[iy]o?|june?|juin|juni?o|july?|juillet|julio|"
    r"aug(?:ust|\.)?|ao[uû]t|ago(?:sto|\.)|sept?(?:ember|embre|iembre|\.)?|oct(?:ober|obre|ubre|\.)?|nov(?:ember|embre|iembre|\.)?|dec(?:ember|\.)?|d[eé]c(?:embre|\.)|dic(?:iembre|\.)|enero|febrero|"
    r"январ[яь]|феврал[яь]|марта?|апрел[яь]|ма[яй]|июн[яь]|июл[яь]|августа?|сентябр[яь]|октябр[яь]|ноябр[яь]|декабр[яь]|"
    r"يناير|فبراير|مارس|أبريل|إبريل|نيسان|مايو|أيار|يونيو|يونيه|حزيران|يوليو|يوليه|تموز|أغسطس|آب|سبتمبر|أيلول|أكتوبر|تشرين (?:الأول|الثاني)|نوفمبر|ديسمبر|كانون (?:الأول|الثاني)|شباط|آذار)"
)
_DATE: Final = (
    rf"(?:\d{{4}}\s?[-/.年]\s?\d{{1,2}}\s?[-/.月]\s?\d{{1,2}}\s?日?|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|"
    rf"\d{{1,2}}(?:er|st|nd|rd|th|º|\.)?\s+(?:de\s+)?{_MONTH},?(?:\s+(?:de\s+|del\s+)?\d{{4}})?|[٠-٩]{{1,2}}\s+{_MONTH}\s+[٠-٩]{{4}})"
)
_REST: Final = (
    r"(?:[\s,،;:|•·./()–—-]|\d{1,2}[:hч.]\d{2}(?::\d{2})?|(?:at|on|à|le|a las|el|в|г\.?|года?|ore|هـ|م|ص|الساعة|بتوقيت|في|[a-z]{2,4}t|utc|gmt|am|pm|a\.m\.|p\.m\.|msk|мск|"
    r"mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|"
    r"понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|星期.|周.|上午|下午|时间|北京时间)\b|[+-]\d{2}:?\d{2}|[TZ]\b)*"
)
_STAMP: Final = (
    r"(?:first |last |originally )?(?:published|posted|updated|modified|created|date|issued|released|publi[eé]e?|mis(?:e)? [aà] jour|modifi[eé]e?|actualizad[oa]|publicad[oa]|fecha(?: de publicaci[oó]n)?|"
    r"опубликовано|обновлено|дата(?: публикации)?|размещено|نُ?شر(?:ت)?|تاريخ النشر|آخر تحديث|تم التحديث|تحديث|أُ?ضيف|发布(?:时间|于|日期)?|發布(?:時間)?|更新(?:时间|于|日期)?|日期|时间|ئېلان قىلىنغان ۋاقتى|ۋاقتى)"
)
_DATELINE: Final = re.compile(
    rf"(?:{_STAMP}\s*(?:on|at|le|el|في|:|：)?\s*)?{_REST}(?:{_DATE}){_REST}(?:[|•·,–—-]?\s*{_STAMP}?\s*:?\s*{_REST}(?:{_DATE})?{_REST})?(?:来源\s*[:：]?\s*\S{{1,20}})?"
)
_BYLINE: Final = re.compile(
    r"(?:by|written by|reported by|reporting by|story by|text by|par|propos recueillis par|por|redacci[oó]n|texto|بقلم|كتب(?:ت)?|تقرير|إعداد|автор(?:ы)?|текст|корреспондент|"
    r"作者|责任编辑|責任編輯|记者|記者|文|撰文|采写|编辑|編輯|撰稿|来源|來源|责编|ئاپتور|مۇخبىر)\s*(?:[:：/|]\s*)?(?P<name>\S.{0,120})",
    re.DOTALL,
)
_LABELLED: Final = re.compile(r"\S+(?:\s\S+)?\s*[:：/]")
_CAPITALISED: Final = re.compile(
    r"(?:by|par|por|written by|reporting by)\s+(?:[A-ZÀ-ÞА-Я][\w.'’-]*|and|et|y|with|avec|con|for|de|the|of|in|[,&|/–—-])(?:[\s,&|/–—-]+(?:[A-ZÀ-ÞА-Я][\w.'’-]*|and|et|y|with|avec|con|for|de|del|la|the|of|in|van|von|al|bin|[,&|/–—-]))*\.?",
    re.IGNORECASE,
)
_CORRECTION: Final = re.compile(
    r"(?:corrections?(?: and clarifications?)?|corrected|corrigend\w+|clarifications?|editor['’]?s['’]? note|erratum|errata|correctif|rectificatif|pr[eé]cision|note de la r[eé]daction|ndlr|correcci[oó]n|rectificaci[oó]n|fe de erratas|nota (?:del editor|de la redacci[oó]n)|aclaraci[oó]n|"
    r"исправление|поправка|уточнение|от редакции|примечание редакции|تصحيح|توضيح|تصويب|ملاحظة (?:المحرر|التحرير)|更正|勘误|編者按|编者按|说明|تۈزىتىش)\s*(?:\([^)]{1,40}\)|[,،]?\s*[\w .,]{0,30})?\s*[:：–—-]\s*\S",
    re.DOTALL,
)
_CREDIT: Final = re.compile(
    r"(?:(?:file )?(?:photo(?:graph)?s?|images?|picture|illustration|graphic|video|cr[eé]dit(?:s)?(?: photo)?|foto(?:graf[ií]a)?|imagen|фото|изображение|иллюстрация|صورة|الصورة|تصوير|مصدر الصورة|图|图片|图源|图片来源|圖片來源|圖|资料图|视频截图|سۈرەت)"
    r"(?: (?:source|caption|credit|by|de|d['’]|par|cr[eé]dito|الأرشيف|أرشيفية))*\s*(?:[:：/,|]|©)\s*\S)|"
    r"(?:.{0,160}(?:\((?:ap photo|photo|file photo|reuters|afp|getty|courtesy|picture)[^)]{0,80}\)|/\s?(?:ap|afp|reuters|getty(?: images)?|epa|xinhua|tass)\s*(?:photo|images|file)?\)?)\.?)$",
    re.DOTALL,
)
_OWN_DATE: Final = re.compile(rf"[–—-]\s*(?:{_DATE})\s*$")


def editorial_verdict(shape: Shape) -> Verdict | None:
    """Return correction, dateline, byline or caption where a line announces itself as one; it stays in the story."""
    folded = shape.head.casefold().strip("（）()【】[] ")
    if _CORRECTION.match(folded):
        return Verdict("correction", "opens as a correction or editor's note does")
    if shape.words <= 24 and _DATELINE.fullmatch(folded):  # noqa: PLR2004  (two stamps with zone and time)
        return Verdict("dateline", "holds nothing but a date or a time stamp")
    if shape.words <= 16 and not shape.quoted and _is_byline(shape, folded):  # noqa: PLR2004  (two names with offices)
        return Verdict("byline", "names the writer and nothing else")
    return _caption(shape, folded)


def _caption(shape: Shape, folded: str) -> Verdict | None:
    label: LineLabel = "caption"
    if shape.words <= 80 and _CREDIT.match(folded):  # noqa: PLR2004  (a caption is one paragraph)
        return Verdict(label, "opens or ends with a picture credit")
    if shape.words >= 8 and _OWN_DATE.search(folded[-60:]):  # noqa: PLR2004  (a shorter one is a heading with a date)
        return Verdict(label, "ends with a date of its own, as captions of videos do")
    return None


def _is_byline(shape: Shape, folded: str) -> bool:
    match = _BYLINE.fullmatch(folded)
    if match is None or shape.stopped:
        return False
    return _LABELLED.match(folded) is not None or _CAPITALISED.fullmatch(shape.head) is not None or folded[0] > "\u0600"
