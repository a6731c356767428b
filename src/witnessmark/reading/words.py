"""A paragraph as words: quotations are one opaque word each, so that rules on grammar never look inside them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from witnessmark.evidence.reading import Span
from witnessmark.reading.quotes import Quotation

#: A sentence of more words is no sentence but a list or damage: it is read in pieces, so that time stays linear.
LONGEST_SENTENCE: Final = 300
_WORD: Final = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Gov|Sen|Rep|Lt|Col|Sgt|St|Prof|Rev|Jr|Sr|Adm|Capt|No|Inc|Co|Corp|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z])\.(?=[\s,])|"
    r"[^\W_]+(?:[’‘'.\-‑&@][^\W_]+)*(?:(?<=s)[’'])?|[.!?…]+|[^\w\s]|_"
)


#: A pronoun with its verb is two words: "they're", "who've".
_CONTRACTION: Final = re.compile(r"(he|she|it|they|we|i|you|who|there|that)([’'](?:s|re|ve|d|ll|m))", re.IGNORECASE)


class Word(NamedTuple):
    """A word, a punctuation mark or a whole quotation (`quote` is then set); offsets into the Text."""

    start: int
    end: int
    text: str
    lower: str
    quote: Quotation | None = None

    @property
    def is_word(self) -> bool:
        """Whether this is a word: neither punctuation nor a quotation."""
        return (self.quote is None and self.text[:1].isalnum()) or (self.text[:1] in "’'" and len(self.text) > 1)

    @property
    def is_possessive(self) -> bool:
        """Whether this ends in a genitive 's or s'."""
        return self.lower.endswith(("’s", "'s", "s’", "s'"))


def split_words(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> list[Word]:
    """Return the words of `text[start:end]`, each outermost quotation as one."""
    words: list[Word] = []
    at = start
    for quotation in quotations:
        words += _plain(text, at, quotation.start)
        words.append(Word(quotation.start, quotation.end, text[quotation.start : quotation.end], "", quotation))
        at = quotation.end
    return words + _plain(text, at, end)


def _plain(text: str, start: int, end: int) -> list[Word]:
    words = []
    for match in _WORD.finditer(text, start, end):
        contracted = _CONTRACTION.fullmatch(match[0])
        if contracted:
            cut = match.start() + contracted.start(2)
            words += [_word(text, match.start(), cut), _word(text, cut, match.end())]
        else:
            words.append(_word(text, match.start(), match.end()))
    return words


def _word(text: str, start: int, end: int) -> Word:
    return Word(start, end, text[start:end], text[start:end].lower().replace("’", "'").replace("‘", "'"))


def into_sentences(words: Sequence[Word], spans: Sequence[Span]) -> list[list[Word]]:
    """Group words by sentence spans; a boundary inside a quotation is none."""
    sentences: list[list[Word]] = [[]]
    ends = iter([end for _, end in spans])
    boundary = next(ends, None)
    for word in words:
        while boundary is not None and word.start >= boundary:
            if sentences[-1] and sentences[-1][-1].end <= boundary:
                sentences.append([])
            boundary = next(ends, None)
        sentences[-1].append(word)
    return [piece for sentence in sentences for piece in _pieces(sentence)]


def _pieces(sentence: list[Word]) -> Iterator[list[Word]]:
    for at in range(0, len(sentence), LONGEST_SENTENCE):
        yield sentence[at : at + LONGEST_SENTENCE]
