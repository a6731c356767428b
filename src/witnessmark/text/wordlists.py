"""Lists of words, written as a line of text because a few hundred quoted words would hide them."""


def word_set(*lines: str) -> frozenset[str]:
    """Return the words of the lines."""
    return frozenset(word for line in lines for word in line.split())
