"""Sets of words written as running text, so that a list of words reads as one."""


def word_set(text: str) -> frozenset[str]:
    """Return the words of `text`, separated by white space."""
    return frozenset(text.split())
