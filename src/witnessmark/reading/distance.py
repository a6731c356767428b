"""How far back something stands, in words: for the reason why a speaker was found."""

import re
from bisect import bisect_left, bisect_right
from typing import Final

from witnessmark.language.sentences import split_sentences

_NUMBERS: Final = (
    "the same sentence",
    "the sentence before",
    "two sentences back",
    "three sentences back",
    "four sentences back",
)


class Distance:
    """The sentences and paragraphs of a text, to count between places in logarithmic time."""

    def __init__(self, text: str, language: str = "en") -> None:
        self._sentences = [start for start, _ in split_sentences(text, language)]
        self._length = len(text)
        self._breaks = [match.start() for match in re.finditer("\n", text)]

    def between(self, first: int, second: int) -> int:
        """Return how many sentences begin after one place, up to another."""
        return max(0, bisect_right(self._sentences, second) - bisect_right(self._sentences, first))

    def paragraphs(self, first: int, second: int) -> int:
        """Return how many line breaks stand between two places."""
        return max(0, bisect_left(self._breaks, second) - bisect_left(self._breaks, first))

    def around(self, at: int) -> tuple[int, int]:
        """Return where the sentence that holds a place begins and where the next one does."""
        index = bisect_right(self._sentences, at)
        return self.sentence(at), self._sentences[index] if index < len(self._sentences) else self._length

    def sentence(self, at: int) -> int:
        """Return where the sentence begins that holds a place."""
        return self._sentences[max(0, bisect_right(self._sentences, at) - 1)] if self._sentences else 0

    def words(self, first: int, second: int) -> str:
        """Return the distance for a reader: "two sentences back"."""
        count = self.between(first, second)
        return _NUMBERS[count] if count < len(_NUMBERS) else f"{count} sentences back"
