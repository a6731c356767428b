"""Text cut into stretches of one script, so that each is shown in its own direction and spoken in its own language."""

import re
from dataclasses import dataclass
from typing import Final

from witnessmark.evidence.text import Direction

_RTL: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_HAN: Final = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_CYRILLIC: Final = "\u0400-\u052f"
#: A stretch goes on over digits, spaces and marks between letters of the script, not over letters of another one.
_STRETCH: Final = re.compile(
    "|".join(
        f"(?P<{name}>[{letters}](?:[^A-Za-z\n]*?[{letters}])*)"
        for name, letters in (("rtl", _RTL), ("zh", _HAN), ("ru", _CYRILLIC))
    )
)
#: Letters that Uyghur has and Arabic has not.
_UYGHUR: Final = re.compile("[ەېۆۇۈۋڭ]")
_HEBREW: Final = re.compile("[\u0590-\u05ff]")
_PERSIAN: Final = re.compile("[پچژگ]")


@dataclass(frozen=True)
class ScriptRun:
    """A stretch of text; `language` is "" for the language of the report."""

    text: str
    language: str = ""
    direction: Direction = "ltr"


def script_runs(text: str) -> list[ScriptRun]:
    """Return the stretches of the text, in order; joined they are the text."""
    if text.isascii():
        return [ScriptRun(text)] if text else []
    runs, at = [], 0
    for match in _STRETCH.finditer(text):
        if match.start() > at:
            runs.append(ScriptRun(text[at : match.start()]))
        rtl = match.lastgroup == "rtl"
        language = right_to_left_language(match[0]) if rtl else str(match.lastgroup)
        runs.append(ScriptRun(match[0], language, "rtl" if rtl else "ltr"))
        at = match.end()
    if at < len(text):
        runs.append(ScriptRun(text[at:]))
    return runs


def right_to_left_language(text: str) -> str:
    """Return the likely language of right-to-left words, by letters that only it has; Arabic when nothing tells."""
    for pattern, language in ((_UYGHUR, "ug"), (_HEBREW, "he"), (_PERSIAN, "fa")):
        if pattern.search(text):
            return language
    return "ar"
