# ruff: noqa: E501  (one line per language: wrapped, the alternatives could not be compared)
"""Who wrote it: lines that name the writer, by their words or by standing under the headline, and notes about the writer."""

import re
from collections.abc import Sequence
from typing import Final

from witnessmark.evidence.reading import STORY_LABELS
from witnessmark.reading.lines_places import is_prose
from witnessmark.reading.lines_rules import Verdict
from witnessmark.reading.lines_sentences import REPORTED
from witnessmark.reading.lines_shape import Shape

_LONGEST: Final = 16
#: A line that only names a person and an outlet or place.
_NAME_WORDS: Final = 8
#: Notes about the writer stand first or among the last so many paragraphs of a story that has at least a few.
_LAST: Final = 3
#: A note is a sentence or two.
_NOTE_WORDS: Final = range(3, 41)
_FEW: Final = 5
_ROLES: Final = (
    r"by|written by|reported by|reporting by|story by|text by|words by|edited by|editing by|with reporting from|additional reporting(?: by)?|translated by|par|propos recueillis par|avec|por|informaci[oó]n de|redacci[oó]n|texto|traducci[oó]n|von|text|"
    r"بقلم|كتب(?:ت)?|تقرير|إعداد(?: وتحرير)?|اعداد|تحرير|ترجمة|متابعة|مراسل|المصدر|المحرر|نویسنده|خبرنگار|مترجم|автор(?:ы)?|текст|корреспондент|подготовил[аи]?|редактор|перевод|источник|подготовлено по материалам|"
    r"作者|责任编辑|責任編輯|记者|記者|文|图|撰文|采写|采访|编辑|編輯|撰稿|来源|來源|责编|翻译|校对|审核|编译|本报评论员|通讯员|摄影|整理|ئاپتور[ىي]?|مۇخبىر[ىي]?|مۇھەررىر[ىي]?|تەييارلىغۇچى|يازغۇچى|تەرجىمە قىلغۇچى|مەنبە|ئىگىسى|haber|yazan|haz[ıi]rlayan|muhabir|edit[oö]r|kaynak|[cç]eviri|derleyen|r[oö]portaj"
)
_BYLINE: Final = re.compile(rf"(?:{_ROLES})\s*(?:[:：/|]\s*)?(?P<name>\S.{{0,120}})", re.DOTALL)
_LABELLED: Final = re.compile(rf"(?:{_ROLES})\s*[:：/|]")
_WIDE_NAMED: Final = re.compile(
    r"(?:\S{0,12}(?:记者|記者|通讯员|评论员|特约撰稿|作者|编辑|责任编辑|来源|文|撰文|采访|翻译|校对|摄影|图)\s*[/：:\s]\s*\S{2,8}\s*)+|\S{2,8}\s*发自\S{2,10}|本报\S{0,10}讯\s*记者\S{2,8}|（\S{2,24}(?:报道|综合)）"
)
_NAME: Final = r"[A-ZÀ-ÞА-ЯİŞĞÇÖÜ][\w.'’-]*"
_JOINED: Final = r"(?:and|et|y|e|und|и|ve|with|avec|con|for|de|del|la|the|of|in|from|van|von|al|bin|en|à|[,،&|/–—-])"
_CAPITALISED: Final = re.compile(
    rf"(?:(?i:{_ROLES})[\s:/|]+)(?:(?:{_NAME}|{_JOINED}|photographs|pictures|[;.])[\s,;.&|/–—-]*(?:(?:by|editing by)\s+)?)+\.?"
)
_UNCASED: Final = re.compile(
    r"(?:بقلم|إعداد|ترجمة|تحرير|متابعة|كتبت?|مۇخبىر|ئاپتور|مۇھەررىر|نویسنده|(?:\S+ ){0,3}مۇخبىرى|مراسل \S+)(?: \S+){1,5}"
)
_STAFF: Final = re.compile(
    r"(?:[\w' ]{0,30}\b(?:staff(?: (?:writer|reporter)s?)?(?: and wire reports)?|with files from [\w ,]{3,40}|news ?desk|newsroom staff|wire reports|correspondent|(?:chief |senior |health |local democracy )?reporter)|la r[eé]daction|redacci[oó]n(?: \w+){0,4}|agencias?(?: \w+)?|haber merkezi|редакция(?: \w+){0,3}|وكالات|متابعات|أ ف ب|رويترز|هيئة التحرير)"
)
_BIO: Final = re.compile(
    r"\b(?:is|are) (?:an?|the|our|\S+['’]s)\b.{0,60}\b(?:reporter|correspondent|editor|journalist|columnist|writer|author|fellow|producer|professor)\b|\b(?:writes|reports) (?:about|on|for|from)\b|\bcovers\b.{3,60}\b(?:for|from|at|in)\b|\b(?:can be reached at|follow (?:him|her|them) on|joined (?:the|our) (?:paper|newsroom|staff|team))\b|\bcontributed (?:to this (?:report|story|article)|reporting)\b"
    r"|\b(?:est (?:journaliste|correspondant|r[eé]dact|grand reporter))|\b(?:es|son) (?:(?:una?|la|el) )?(?:periodista|corresponsal|editora?|redactora?|columnista|autora?)\b|\bescribe (?:sobre|en|para)\b|\bcubre\b"
    r"|(?:صحف[يی](?:ة)? (?:متخصص|في|من|مقيم|مستقل)|(?:كاتب|محرر|مراسل|باحث)(?:ة)? (?:شؤون|صحف|في|لدى|من|مقيم)|(?:تكتب|يكتب) (?:في|عن|ل))|\b(?:пишет (?:о|об|про)|обозреватель|корреспондент|редактор отдела|автор (?:двух|трёх|книг|канала))|(?:muhabiri|edit[oö]r[uü]|yazar[ıi]|gazeteci)(?:dir|d[ıi]r|d[uü]r)?\b.{0,30}$|(?:作者系|作者为|系本[报刊网]|记者，|版(?:记者|编辑)|特约作者|撰稿人)|(?:مۇخبىرى|مۇھەررىرى|ئاپتورى)\s*(?:بولۇپ|دۇر|\.)"
)
_CASED: Final = re.compile(r"[A-Za-zÀ-ÿА-Яа-яЁёİışŞğĞ]")
_HANDLE: Final = re.compile(r"@\w{2,}$")


def byline_verdict(shape: Shape) -> Verdict | None:
    """Return byline where a line names its role and a person and says nothing else."""
    if shape.words > _LONGEST or shape.quoted:
        return None
    folded = shape.head.casefold()
    if _STAFF.fullmatch(folded) or _WIDE_NAMED.fullmatch(shape.head):
        return Verdict("byline", "names the desk or agency that wrote it")
    if shape.words <= _NAME_WORDS and not shape.stopped and _UNCASED.fullmatch(shape.head):
        return Verdict("byline", "names the writer and nothing else")
    match = _BYLINE.match(folded)
    if match is None or (shape.stopped and not _CAPITALISED.fullmatch(shape.head)):
        return None
    if _LABELLED.match(folded) or _CAPITALISED.fullmatch(shape.head):
        return Verdict("byline", "names the writer and nothing else")
    return None


def label_bylines(shapes: Sequence[Shape], verdicts: list[Verdict | None]) -> None:
    """Label the short line of names between the headline and the story, and notes about the writer before and after it."""
    prose = [i for i, shape in enumerate(shapes) if verdicts[i] is None and is_prose(shape)]
    if not prose:
        return
    head = next((i for i, verdict in enumerate(verdicts) if verdict is not None and verdict.label == "headline"), None)
    if head is not None:
        for index in range(head + 1, prose[0]):
            if verdicts[index] is None and _names_only(shapes[index]) and _beside(verdicts, shapes, index):
                verdicts[index] = Verdict("byline", "names and nothing else, between the headline and the story")
    _label_notes(shapes, verdicts, prose)


def _label_notes(shapes: Sequence[Shape], verdicts: list[Verdict | None], prose: list[int]) -> None:
    """Label sentences about the writer that stand before the story or after its last other sentence."""
    if len(prose) < _FEW:
        return
    for index, shape in enumerate(shapes):
        if verdicts[index] is None and not prose[0] < index < prose[-_LAST] and _is_note(shape):
            verdicts[index] = Verdict("byline", "tells of the writer, beside the story")


def _is_note(shape: Shape) -> bool:
    if shape.quoted or shape.words not in _NOTE_WORDS:
        return False
    folded = shape.head.casefold()
    return _BIO.search(folded) is not None and not REPORTED.search(folded)


def _names_only(shape: Shape) -> bool:
    """Tell whether a line may be names: few words, no sentence, and capitals where the script has them."""
    if shape.empty or shape.stopped or shape.colon or shape.bullet or shape.quoted or shape.words > _NAME_WORDS:
        return False
    if _HANDLE.search(shape.head):
        return True
    words = [word for word in shape.head.replace("-", " ").split() if word[:1].isalpha()]
    if not _CASED.search(shape.head):
        return 2 <= shape.words <= 5  # noqa: PLR2004  (a name, or a name and a place)
    small = [word for word in words if word[0].islower() and len(word) > 3]  # noqa: PLR2004  (of, in, and, de, von)
    return len(words) >= 2 and len(small) <= 1 and not shape.head.isupper()  # noqa: PLR2004  (one word names nobody)


def _beside(verdicts: Sequence[Verdict | None], shapes: Sequence[Shape], index: int) -> bool:
    """Tell whether the line touches the headline, a date, a caption or furniture."""
    near = [
        next((verdicts[i] for i in steps if not shapes[i].empty), None)
        for steps in (range(index - 1, -1, -1), range(index + 1, len(shapes)))
    ]
    told = {verdict.label for verdict in near if verdict is not None}
    beneath = (
        {"headline"} if _CASED.search(shapes[index].head) else set()
    )  # without capitals it takes more to tell a name
    return bool(told & ({"dateline", "caption", "byline"} | beneath)) or bool(told - STORY_LABELS)
