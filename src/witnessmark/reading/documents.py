"""Documents that speak: "the report calls for" is the same report as "UN report" above it."""

import re
from collections.abc import Sequence
from typing import Final

from witnessmark.reading.attribution import Attribution
from witnessmark.reading.cue_meaning import cue_words, lemma_of
from witnessmark.reading.person_words import is_plural
from witnessmark.reading.states import initials_of

_HEADS: Final = [
    "report",
    "statement",
    "letter",
    "study",
    "poll",
    "survey",
    "document",
    "memo",
    "indictment",
    "complaint",
    "lawsuit",
    "filing",
    "ruling",
    "resolution",
    "communique",
    "directive",
    "order",
    "paper",
    "article",
    "editorial",
    "analysis",
    "review",
    "audit",
    "investigation",
    "assessment",
    "email",
    "transcript",
    "affidavit",
]
_PHRASE: Final = re.compile(rf"^(?:(?P<modifier>.*?)\s+)?(?P<head>{'|'.join(_HEADS)})$", re.IGNORECASE)
_IN_A_DOCUMENT: Final = re.compile(
    rf"^\s*(?:\w+ ){{0,4}}?in (?:a|an|its|the|their)\s+(?:[\w-]+\s+){{0,4}}?(?P<head>{'|'.join(_HEADS)})\b",
    re.IGNORECASE,
)
#: Cues after which "in a report" tells whose the report is.
_SAYING: Final = frozenset({"say", "write", "state", "report", "conclude", "find"})
_DETERMINER: Final = re.compile(r"^(?:the|a|an|this|that|its|their|his|her|another|one|new|latest)\s+", re.IGNORECASE)


class Documents:
    """The documents of a text by their head noun, each with the fullest name that the text gives it."""

    def __init__(self, text: str, attributions: Sequence[Attribution]) -> None:
        self._names: dict[str, str] = {}
        self._bodies: dict[str, str] = {}
        for each in attributions:
            for start, end in each.source[:1]:
                self._note(text[start:end])
                self._note_body(text, text[start:end], each)

    def _note(self, phrase: str) -> None:
        match = _PHRASE.match(phrase.strip())
        if match is None:
            return
        modifier = _DETERMINER.sub("", (match["modifier"] or "") + " ").strip()
        head = match["head"].lower()
        if modifier and modifier.lower() not in {"the", "a", "this"}:
            self._names.setdefault(head, f"{modifier} {head}")

    def _note_body(self, text: str, body: str, each: Attribution) -> None:
        if not each.cue or (each.lemma or lemma_of(cue_words(text, each.cue))) not in _SAYING:
            return
        after = _IN_A_DOCUMENT.match(text[each.cue[0][0] : each.cue[0][0] + 100])
        if after is not None:
            self._bodies.setdefault(after["head"].lower(), _DETERMINER.sub("", body))

    def named(self, phrase: str) -> str:
        """Return the name of the document that a phrase names, "" when it names none."""
        match = _PHRASE.match(phrase.strip())
        if match is None:
            return ""
        head = match["head"].lower()
        body = self._bodies.get(head, "")
        known = self._names.get(head, "")
        if body and (not known or initials_of(body)):
            return (
                f"{head} by {body[:1].lower()}{body[1:]}" if is_plural(body) else f"{initials_of(body) or body} {head}"
            )
        own = _DETERMINER.sub("", (match["modifier"] or "") + " ").strip()
        if not own and phrase.strip().lower() != head and not _DETERMINER.match(phrase):
            return ""
        return f"{own} {match['head']}" if own else known or head
