"""Direct quotations in Chinese, Arabic, Russian and Uyghur: attributed only where a verb of saying stands right by."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from witnessmark.evidence.reading import Span
from witnessmark.reading.attribution import Attribution
from witnessmark.reading.quotes import Quotation

#: How far from a quotation its verb and speaker may stand, in code points.
_REACH: Final = 90


class _Grammar(NamedTuple):
    """Where a speaker stands: patterns that end at the opening mark, and ones that begin after the closing mark.

    Each has a group `source` and a group `cue`.
    """

    before: tuple[re.Pattern[str], ...]
    after: tuple[re.Pattern[str], ...]


def _grammar(before: Sequence[str], after: Sequence[str]) -> _Grammar:
    return _Grammar(
        tuple(re.compile(pattern + r"\s*$") for pattern in before),
        tuple(re.compile(r"\s*" + pattern) for pattern in after),
    )


_ZH_CUE: Final = "表示|指出|强调|認為|认为|宣称|声称|回应|透露|告诉记者|告诉|写道|坦言|说道|说|說|称|稱|道"
_RU_CUE: Final = (
    r"сказал[аи]?|заявил[аи]?|сообщил[аи]?|отметил[аи]?|подчеркнул[аи]?|добавил[аи]?|написал[аи]?|рассказал[аи]?|ответил[аи]?|"
    r"утверждает|говорит|заявляет|пояснил[аи]?|уточнил[аи]?|назвал[аи]?"
)
_AR_CUE: Final = (
    r"[وف]?(?:قال(?:ت|وا)?|أعلن(?:ت)?|صرح(?:ت)?|أضاف(?:ت)?|ذكر(?:ت)?|"
    r"أكد(?:ت)?|كتب(?:ت)?|أوضح(?:ت)?|وصف(?:ت)?|يقول|تقول)"
)
_AR_BEFORE: Final = (
    rf"(?<!\w)(?P<cue>{_AR_CUE}) (?P<source>[^\n.،؛:«»“”\"]{{2,60}}?)"
    r"(?:،[^،\n]{1,50}،)?\s*(?:إن|أن|إنه|إنها|بأن)?\s*[:،]?"
)
_UG_CUE: Final = r"(?:دېدى|دەيدۇ|دېگەن|ئېيتتى|بىلدۈردى|تەكىتلىدى|يازدى|كۆرسەتتى|جاۋاب بەردى)"
_RU_NAME: Final = r"(?:[\w-]+ ){0,4}?[А-ЯЁ][\w-]+(?: [А-ЯЁ][\w-]+){0,2}"
_GRAMMARS: Final = {
    "zh": _grammar(
        [rf"(?:^|[，。；！？\n])(?P<source>[^，。；！？：“”\n]{{1,24}}?)(?P<cue>{_ZH_CUE})[：，:,]?"],
        [rf"[，,。]?(?P<source>[^，。；！？：“”\n]{{1,20}}?)(?P<cue>{_ZH_CUE})(?=[。，；！？\n]|$)"],
    ),
    "ru": _grammar(
        [rf"(?:^|[.!?,\n]\s*)(?P<source>{_RU_NAME})(?:,[^,\n]{{1,50}},)? (?P<cue>{_RU_CUE})(?:, что)?:?",
         rf"(?P<cue>{_RU_CUE}) (?P<source>{_RU_NAME}):?"],
        [rf"[,.]?\s*[—–-]\s*(?P<cue>{_RU_CUE}) (?P<source>(?:[\w-]+ ){{0,5}}?[\w-]*(?=[.,\n])|{_RU_NAME})",
         rf"[,.]?\s*[—–-]\s*(?P<source>(?:он|она|они|{_RU_NAME})) (?P<cue>{_RU_CUE})"],
    ),
    "ar": _grammar(
        [_AR_BEFORE],
        [rf"[،,.]?\s*(?P<cue>{_AR_CUE}) (?P<source>[^\n.،؛:«»“”\"]{{2,40}}?)(?=[.،\n]|$)"],
    ),
    "ug": _grammar(
        [rf"(?:^|[.؟!\n]\s*)(?P<source>[^\n.،؛:«»“”\"]{{2,50}}?)[،:]?\s*(?P<cue>مۇنداق {_UG_CUE}|:)\s*:?"],
        [rf"[،,.]?\s*(?:دەپ )?(?P<source>[^\n.،؛:«»“”\"]{{2,40}}?) (?P<cue>{_UG_CUE})(?=[.،\n]|$)",
         rf"[،,.]?\s*(?P<cue>{_UG_CUE}) (?P<source>[^\n.،؛:«»“”\"]{{2,40}}?)(?=\s*[.،\n]|\s*$)"],
    ),
}  # fmt: skip
SUPPORTED: Final = frozenset(_GRAMMARS)


def find_quoted(text: str, start: int, end: int, quotations: Sequence[Quotation], language: str) -> list[Attribution]:
    """Return the quotations of a paragraph that have a verb of saying and a speaker right before or after them."""
    found = []
    grammar = _GRAMMARS[language]
    for index, quotation in enumerate(quotations):
        low = quotations[index - 1].end if index else start
        high = quotations[index + 1].start if index + 1 < len(quotations) else end
        made = _attributed(
            text, quotation, (max(low, quotation.start - _REACH), min(high, quotation.end + _REACH)), grammar
        )
        if made is not None:
            found.append(made)
    return found


def _attributed(text: str, quotation: Quotation, room: Span, grammar: _Grammar) -> Attribution | None:
    before, after = text[room[0] : quotation.start], text[quotation.end : room[1]]
    for pattern in grammar.before:
        match = pattern.search(before)
        if match:
            return _made(quotation, match, room[0], "the verb of saying right before the quotation")
    for pattern in grammar.after:
        match = pattern.match(after)
        if match:
            return _made(quotation, match, quotation.end, "the verb of saying right after the quotation")
    return None


def _made(quotation: Quotation, match: re.Match[str], base: int, reason: str) -> Attribution:
    source = (match.start("source") + base, match.end("source") + base)
    cue = (match.start("cue") + base, match.end("cue") + base)
    content = (quotation.start, quotation.end)
    scope = (min(source[0], cue[0], content[0]), max(source[1], cue[1], content[1]))
    return Attribution(content=(content,), source=(source,), cue=(cue,), lemma=match["cue"], scope=scope, reason=reason)
