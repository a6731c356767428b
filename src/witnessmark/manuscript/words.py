"""Content words of English: what two sentences must share to be about the same thing."""

import re
from functools import lru_cache
from typing import Final

from witnessmark.text.analyser import tokens

_STOP: Final = frozenset(
    [
        "a", "about", "above", "after", "again", "against", "all", "also", "am", "an", "and", "any", "are", "as",
        "at", "be", "because", "been", "before", "being", "below", "between", "both", "but", "by", "can", "could",
        "did", "do", "does", "doing", "down", "during", "each", "few", "for", "from", "further", "had", "has", "have",
        "having", "he", "her", "here", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its",
        "itself", "just", "may", "me", "might", "more", "most", "must", "my", "no", "nor", "not", "now", "of", "off",
        "on", "once", "only", "or", "other", "our", "out", "over", "own", "same", "she", "should", "so", "some",
        "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "through",
        "to", "too", "under", "until", "up", "very", "was", "we", "were", "what", "when", "where", "which", "while",
        "who", "whom", "why", "will", "with", "would", "you", "your", "said", "says", "according", "told", "stated",
        "reported", "alleged", "also", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "per", "cent", "percent", "within",
    ]
)  # fmt: skip
_STOP_STEMS: Final = frozenset(stem for word in _STOP for stem in tokens(word, "en"))


@lru_cache(maxsize=32768)
def content_stems(text: str) -> tuple[str, ...]:
    """Return the stems of the content words of a text, in order."""
    return tuple(
        stem
        for stem in tokens(text, "en")
        if stem not in _STOP_STEMS and len(stem) > 2 and not re.search(r"\d", stem)  # noqa: PLR2004 - shorter ones are particles
    )
