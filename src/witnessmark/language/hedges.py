"""Words that weaken, bound or turn round what is said: hedges, negations, qualifiers, hearsay marks."""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

HedgeKind = Literal["modal", "allegation", "approximation", "bound", "negation", "condition", "contrast", "hearsay"]


class Hedge(NamedTuple):
    """A hedge at `start`..`end` of the text, its words and its kind."""

    start: int
    end: int
    words: str
    kind: HedgeKind


_PHRASES: Final[dict[HedgeKind, str]] = {
    "modal": "may|might|could|can possibly|possibly|perhaps|probably|likely|apparently|seemingly|appears? to|"
    "appeared to|"
    "seems? to|seemed to|potentially|presumably|suggests?|suggested|indicates?|indicated|believed to|thought to|"
    "可能|或许|也许|似乎|恐怕|قد|ربما|يبدو|من المحتمل|возможно|вероятно|по-видимому|может быть|могут|"
    "mümkin|مۇمكىن|بەلكىم|ئېھتىمال",
    "allegation": "alleged(?:ly)?|allegations?|alleges?|accused|accuses?|suspected|so-called|purported(?:ly)?|"
    "claimed to|"
    "supposed(?:ly)?|据称|涉嫌|所谓|指控|مزعوم(?:ة)?|المزعوم(?:ة)?|يُزعم|يزعم|ما يسمى|якобы|предполагаем[а-яё]+|"
    "так называем[а-яё]+|"
    "ئاتالمىش|دېيىلگەن|ئەيىبل[ەى][^\\W\\d_]*",
    "approximation": "about|around|approximately|roughly|some(?= (?:\\d|(?:one|two|three|four|five|six|seven|eight|"
    "nine|ten|"
    "hundred|thousand|million)\\b))|nearly|almost|an estimated|estimated|or so|circa|约|大约|左右|近|将近|"
    "حوالي|نحو|تقريبا|ما يقرب من|около|примерно|приблизительно|почти|тەخمىنەن|تەخمىنەن|ئەتراپىدا",
    "bound": "at least|at most|up to|as many as|as few as|no more than|no fewer than|no less than|not less than|"
    "more than|"
    "fewer than|less than|over(?= \\d)|under(?= \\d)|至少|最多|多达|超过|不到|على الأقل|ما لا يقل عن|أكثر من|أقل من|"
    "не менее|не более|более|менее|свыше|до(?= \\d)|كەم دېگەندە|ئەڭ ئاز|دىن ئارتۇق",
    "negation": "not|no|never|none|neither|nor|without|cannot|can['’]?t|[a-z]{2,6}n['’]t|denies|denied|deny|"
    "refused?|rejects?|"
    "rejected|dismissed|hardly|barely|没有|不是|不会|否认|并非|并未|لا|لم|لن|ليس(?:ت)?|نفى|نفت|غير|"
    "не|нет|никогда|отрица[а-яё]+|опроверг[а-яё]*|ئەمەس|يوق|رەت قىل[^\\W\\d_]*|ئىنكار قىل[^\\W\\d_]*",
    "condition": "if|unless|provided that|in case|subject to|in the context of|whether|depending on|如果|除非|是否|إذا|"
    "إلا إذا|لو|"
    "если|ли|при условии|ئەگەر",
    "contrast": "but|however|although|though|except|despite|yet(?= [a-z])|while|whereas|nevertheless|但|但是|然而|尽管|"
    "لكن|غير أن|رغم|но|однако|хотя|несмотря|لېكىن|بىراق|ئەمما",
    "hearsay": "reportedly|reports? say|reports? said|is said to|are said to|was said to|were said to|was told|"
    "were told|heard that|according to|据报道|据说|据悉|بحسب|وفقا ل\\w*|ذكرت تقارير|"
    "по словам|по данным|по сообщениям|как сообща[а-яё]+|"
    "ئاڭلىنىشىچە|خەۋەرلەرگە قارىغاندا",
}
_CJK: Final = re.compile("[\u3400-\u9fff]")


def _joined(*, chinese: bool) -> str:
    groups = []
    for kind, phrases in _PHRASES.items():
        parts = [part for part in _split(phrases) if bool(_CJK.search(part)) is chinese]
        groups.append(f"(?P<{kind}>" + "|".join(sorted(parts, key=len, reverse=True)) + ")")
    return "|".join(groups)


def _split(phrases: str) -> list[str]:
    """Split at the bars that are not inside brackets."""
    parts, depth = [""], 0
    for char in phrases:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _openings() -> frozenset[str]:
    """What the first word of a phrase begins with: so few words are tried that the room keeps its pace."""
    words = (re.match(r"[^\W\d_]+", part) for phrases in _PHRASES.values() for part in _split(phrases))
    return frozenset(word[0][:_OPENING] for word in words if word)


#: So many letters of a word decide whether a phrase is looked for there.
_OPENING: Final = 3
_OPENINGS: Final = _openings()
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’]t\b)?")
_WORDED: Final = re.compile(rf"(?:{_joined(chinese=False)})(?!\w)", re.IGNORECASE)
_CHINESE: Final = re.compile(_joined(chinese=True))
#: "May" of the calendar, not the modal: after a preposition of time or a day, or before a day or year.
_CALENDAR_MAY: Final = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|of|last|next|this|during|before|after|early|late|mid)|\d(?:st|nd|rd|"
    r"th)?)[ -]$",
    re.IGNORECASE,
)


def find_hedges(text: str, *, base: int = 0) -> list[Hedge]:
    """Return hedges in the order of the text as (start, end, words, kind); offsets are code points plus `base`.

    "May" is a hedge only as a modal, never as the month.
    """
    found = list(_hedges(text))
    if _CJK.search(text):
        found += _CHINESE.finditer(text)
    return [
        Hedge(match.start() + base, match.end() + base, match[0], match.lastgroup)  # type: ignore[arg-type]
        for match in sorted(found, key=lambda one: one.start())
    ]


def _hedges(text: str) -> Iterator[re.Match[str]]:
    done = 0
    for word in _WORD.finditer(text):
        at, low = word.start(), word[0].lower()
        if at < done or not (low[:_OPENING] in _OPENINGS or low[-2:] in {"'t", "’t"}) or text[at - 1 : at].isalnum():
            continue
        match = _WORDED.match(text, at)
        if match is None or (match[0] in {"May", "MAY"} and _is_month(text, match)):
            continue
        done = match.end()
        yield match


def _is_month(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 10) : match.start()]
    return bool(_CALENDAR_MAY.search(before)) or bool(re.match(r"[ ,]+\d", text[match.end() : match.end() + 3]))
