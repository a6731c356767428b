import pytest

from witnessmark.language.hedges import find_hedges


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("It may constitute crimes.", "may", "modal"),
        ("the alleged torture", "alleged", "allegation"),
        ("about 40 States", "about", "approximation"),
        ("at least 30", "at least", "bound"),
        ("He did not go", "not", "negation"),
        ("They don’t know", "don’t", "negation"),
        ("unless they agree", "unless", "condition"),
        ("but they left", "but", "contrast"),
        ("he was told so", "was told", "hearsay"),
        ("据称他死了", "据称", "allegation"),
        ("якобы убит", "якобы", "allegation"),
        ("ربما مات", "ربما", "modal"),
    ],
)
def test_a_hedge_is_found_with_its_kind(text, words, kind):
    (found,) = find_hedges(text)
    assert (found.words, found.kind, text[found.start : found.end]) == (words, kind, words)


def test_the_month_of_may_is_no_hedge():
    assert find_hedges("in May and on 3 May, also May 5") == []
