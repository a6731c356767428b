# ruff: noqa: E501  (one line per language: wrapped, the alternatives could not be compared)
"""Lines that belong to a story without being its text: captions with a credit or a date of their own, corrections."""

import re
from typing import Final

from witnessmark.reading.lines_dateline import is_dateline
from witnessmark.reading.lines_rules import Verdict
from witnessmark.reading.lines_shape import Shape, shape_of

_CAPTION_WORDS: Final = 80
_CORRECTION: Final = re.compile(
    r"(?:corrections?(?: and clarifications?)?|corrected|corrigend\w+|clarifications?|editor['’]?s['’]? note|note to readers|erratum|errata|correctif|rectificatif|pr[eé]cision|note de la r[eé]daction|ndlr|correcci[oó]n|rectificaci[oó]n|fe de err(?:atas|ores)|nota (?:del editor|de la redacci[oó]n)|aclaraci[oó]n|korrektur|berichtigung|anmerkung der redaktion|corre[cç][aã]o|nota da reda[cç][aã]o|"
    r"исправлен(?:ие|о)|поправка|уточнение|от редакции|примечание редакции|تصحيح|توضيح|تصويب|تنويه|استدراك|ملاحظة (?:المحرر|التحرير)|من المحرر|اصلاحيه|توضیح|更正|更正启事|勘误|勘誤|編者按|编者按|编者注|说明|تۈزىتىش|مۇھەررىر ئىلاۋىسى|ئىلاۋە|d[uü]zeltme|tekzip|edit[oö]r[uü]n notu)"
    r"\s*(?:\([^)]{1,40}\)|[,،]?\s*[\w .,/-]{0,40})?\s*[:：–—-]\s*\S",
    re.DOTALL,
)
_AMENDED: Final = re.compile(
    r"^(?:this (?:article|story|report|post|piece|page|headline)|we|an? (?:earlier|previous) version of this|the headline of this)\b.{0,60}\b(?:amended|corrected|updated|changed|misstated|clarified|removed a)\b|^(?:an? (?:earlier|previous) version)\b.{0,40}\b(?:article|story|report)\b"
    r"|^(?:cet article|une version pr[eé]c[eé]dente)\b.{0,60}(?:corrig|modifi|mis [aà] jour|version)|^(?:este (?:texto|art[ií]culo)|esta (?:noticia|nota|informaci[oó]n)|una versi[oó]n anterior)\b.{0,60}(?:actualiz|corregi|modific|versi[oó]n)"
    r"|^(?:материал|текст|статья|новость|заголовок|в (?:первой|первоначальной|предыдущей) версии)\b.{0,60}(?:обновл|исправл|дополн|измен|верси)|^(?:ورد في|في نسخة سابقة|جرى (?:تحديث|تعديل|تصحيح)|تم (?:تحديث|تعديل|تصحيح) (?:هذا|هذه|الخبر|المقال|المادة)|عُ?دّ?ل هذا)"
    r"|^(?:本文|本报道|本稿|此前版本|早前版本|应.{1,10}要求).{0,30}(?:更新|更正|修订|修改|有误|删去|补充)|^(?:bu (?:haber|yaz[ıi]|metin)|haberin (?:ilk|[oö]nceki))\b.{0,60}(?:g[uü]ncellen|d[uü]zeltil|hali)"
)
_CREDITED: Final = (
    r"(?:(?:file|archive|handout|stock) )?(?:photo(?:graph)?(?:er|y)?s?|images?|picture|pic|illustration|graphic|screengrab|screenshot|credit|copyright|cr[eé]dits?(?: photos?)?|photo d['’]archives?|foto(?:graf[ií]a)?s?|imagen(?: de archivo)?|cr[eé]dito|bild(?:quelle)?|fotograf|foto[gğ]raf|g[oö]rsel|kare|ar[sş]iv foto[gğ]raf[ıi]|"
    r"фото(?:графия)?|снимок|кадр(?: с дрона| из видео)?|изображение|иллюстрация|скриншот|(?:ال)?صورة|صور|تصوير|عدسة|مصدر الصورة|المصدر|عکس|图|图片|图源|图片来源|圖片來源|圖|摄影|攝影|摄|资料图|資料圖|视频截图|截图|سۈرەت|رەسىم|فوتو)"
)
_LED: Final = re.compile(
    rf"(?:{_CREDITED}(?: (?:source|caption|credit|courtesy|by|de|d['’]|par|cr[eé]dito|الأرشيف|أرشيفية))*\s*(?:[:：/,|]|©)\s*\S|(?:图为|圖為|图说|سۈرەتتە|صورة (?:أرشيفية|من الأرشيف|توضيحية)|file photo|image caption|imagen de archivo|archivbild|资料图|資料圖|视频截图)(?:\b|(?=[:：]))|(?:photo(?:graph)?s?|image|picture|video) by [A-ZÀ-Þ])",
    re.IGNORECASE,
)
_AGENCIES: Final = r"(?:\bap\b(?: photo)?|afp|reuters|getty(?: images)?|\b(?:epa|efe|dpa|upi|xinhua|tass)\b|anadolu|shutterstock|istock|unsplash|رويترز|أ\s?ف\s?ب|ا\s?ف\s?ب|فرانس برس|أسوشيتد برس|الأناضول|وكالات|الأناضول|新华社|路透社?|法新社|美联社|中新社|视觉中国|тасс|риа новости|рейтер)"
_TRAILED: Final = re.compile(
    rf"(?:[.。!?؟)\s(（[–—|-]\s*|^){_CREDITED}(?:\s*(?:[:：/|©-]|by\b|de\b|d['’]|par\b)\s*[^.。!?:：]{{2,60}})[)）\]]?\s*\.?$"
    rf"|[(（\[][^()（）]{{0,40}}(?:{_AGENCIES}|\b(?:photo|picture|image|pic|file|courtesy|handout|foto|fotograf|фото|صورة|تصوير|أرشيف|图|摄)\b)[^()（）]{{0,60}}[)）\]]\.?$"
    rf"|/\s?{_AGENCIES}\s*(?:photos?|images?|file)?\)?\.?$|(?<=[.。)）])\s?©\s?[^.。\d]{{2,60}}$|(?:[\s（(]\S{{2,12}}|[\s）)])\s?摄[）)]?$|供图[）)]?$|[.。]\s*(?:архивное фото|фото из архива|imagen de archivo|foto de archivo|photo d['’]archives?|file photo|archive photo|ar[sş]iv(?: foto[gğ]raf[ıi])?|صورة أرشيفية|资料图片?)\.?$",
    re.IGNORECASE,
)
_SLASHED: Final = re.compile(r"[.。)]\s*/\s*[A-ZÀ-ÞА-Я][\w.'’-]+(?:[\s/]+[A-ZÀ-ÞА-Я][\w.'’-]+){0,4}\.?$")
_BARE: Final = re.compile(
    rf"[\s(（\[]*{_CREDITED}(?: (?:de archivo|d['’]archives?|أرشيفية|из архива))?[)）\]\s.]*", re.IGNORECASE
)


def credit_verdict(shape: Shape) -> Verdict | None:
    """Return correction or caption where a line announces itself as one."""
    folded = shape.head.casefold().strip("（）()【】[] ")
    if _CORRECTION.match(folded) or _AMENDED.match(folded):
        return Verdict("correction", "opens as a correction or editor's note does")
    if shape.words > _CAPTION_WORDS:
        return None
    tail = shape.head[-200:]
    if (
        _LED.match(folded)
        or _TRAILED.search(tail)
        or _SLASHED.search(tail)
        or (shape.words > 1 and _BARE.fullmatch(folded))
    ):
        return Verdict("caption", "opens or ends with a picture credit")
    if shape.words >= 8 and _own_date(shape.head):  # noqa: PLR2004  (a shorter one is a heading with a date)
        return Verdict("caption", "ends with a date of its own, as captions of videos do")
    return None


def _own_date(head: str) -> bool:
    """Tell whether a line ends with a dash and a date behind it."""
    at = max(head.rfind(f"{dash} ") for dash in "-–—")
    return at > 0 and len(head) - at <= 40 and is_dateline(shape_of(head, at, len(head)))  # noqa: PLR2004  (no date is longer)
