import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from witnessmark.text.fold import fold
from witnessmark.text.quotation import match_quotation, prepare

SOURCE = (
    "The ministry said on Monday, 3 May, that 114 women and 2,310 men were held at −5 degrees in the re-opened camp.\n\n"
    "外交部发言人表示，当地有一百一十四名妇女被关押，费用为14万元。\n\n"
    "قال المتحدث إن ١١٤ امرأة محتجزات في المعسكر الكبير.\n\n"
    "مىنىستىرلىق 114 ئايالنىڭ لاگېردا ئىكەنلىكىنى ئېيتتى.\n\n"
    "Министерство сообщило, что всё ещё 1\u00a0114 женщин содержались в лагере.\n"
)
FOLDED = fold(SOURCE).text
LETTERS = [i for i, c in enumerate(FOLDED) if c.isalnum()]
REPLACEMENTS = st.sampled_from("aAеeоo0159٥５三万亿ئايةهёяш")


@st.composite
def true_quotations(draw):
    """Whole-word stretches of the source that the matcher itself accepts."""
    words = FOLDED.split(" ")
    first = draw(st.integers(0, len(words) - 2))
    size = draw(st.integers(1, 8))
    quotation = " ".join(words[first : first + size])
    assume(match_quotation(quotation, SOURCE).verdict == "found")
    return quotation


@settings(max_examples=150, deadline=None)
@given(true_quotations(), st.data())
def test_any_changed_letter_or_digit_is_not_found_unless_it_stands_there(quotation, data):
    places = [i for i, c in enumerate(quotation) if c.isalnum()]
    assume(places)
    at = data.draw(st.sampled_from(places))
    changed = quotation[:at] + data.draw(REPLACEMENTS) + quotation[at + 1 :]
    assume(changed != quotation)
    result = match_quotation(changed, SOURCE)
    assert result.verdict != "found" or fold(changed).text.strip() in FOLDED


@settings(max_examples=150, deadline=None)
@given(true_quotations(), st.data())
def test_any_dropped_letter_or_digit_is_not_found_unless_whole_words_remain(quotation, data):
    places = [i for i, c in enumerate(quotation) if c.isalnum() and ord(c) < 0x2E80]
    assume(places)
    at = data.draw(st.sampled_from(places))
    changed = quotation[:at] + quotation[at + 1 :]
    result = match_quotation(changed, SOURCE)
    if result.verdict == "found":
        assert all(word in FOLDED.split(" ") or word.strip(".,-") == "" for word in changed.split(" ")[1:-1])
        assert at in (0, len(quotation) - 1) or changed in FOLDED
        stands = {word.strip(".,'\"") for word in FOLDED.replace("-", " ").split(" ")}
        assert {word.strip(".,'\"-") for word in changed.replace("-", " ").split()} <= stands


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(FOLDED) - 1), st.integers(1, 60))
def test_no_cut_goes_through_a_word_or_a_number_of_a_spaced_script(start, size):
    quotation = FOLDED[start : start + size]
    assume(quotation.strip() == quotation and any(c.isalnum() for c in quotation) and quotation[0] not in "\"'")
    result = match_quotation(quotation, SOURCE)
    if result.verdict != "found":
        return
    for place in result.places:
        before, after = SOURCE[place.start - 1 : place.start], SOURCE[place.end : place.end + 1]
        for left, right in ((before, place.quote[0]), (place.quote[-1], after)):
            spaced = [c for c in (left, right) if c and c.isalnum() and ord(c) < 0x2E80]
            assert len(spaced) < 2
            assert not (left.isdigit() and right.isdigit())


@settings(max_examples=100, deadline=None)
@given(true_quotations(), st.text(alphabet=" \n\t\u200b\u00ad\u200f\u2068", min_size=1, max_size=3), st.data())
def test_presentation_put_between_words_changes_no_verdict(quotation, noise, data):
    assume(" " in quotation)
    at = data.draw(st.sampled_from([i for i, c in enumerate(quotation) if c == " "]))
    assert match_quotation(quotation[:at] + " " + noise + quotation[at + 1 :], SOURCE).verdict == "found"


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 40), st.integers(1, 12), st.sampled_from(["\n", " ", "\n\n", "   \n  "]))
def test_a_long_text_answers_as_its_fully_folded_form_does(first, size, gap):
    """Looking only around the rarest word finds what folding the whole text finds."""
    text = gap.join(
        [SOURCE.replace(" ", gap, 5), "Filler words of no weight. " * 40, SOURCE, "More of the same. " * 30]
    )
    quotation = " ".join(FOLDED.split(" ")[first : first + size])
    whole = prepare(text)
    assert whole.folded.text
    near, full = match_quotation(quotation, text), match_quotation(quotation, whole)
    assert near == full


def test_several_places_with_different_context_are_ambiguous_and_all_told():
    result = match_quotation("the camp", "He saw the camp. She left the camp at night.")
    assert result.verdict == "ambiguous"
    assert [place.start for place in result.places] == [7, 26]


def test_a_cited_passage_tells_which_place_is_meant():
    text = "He saw the camp. She left the camp at night."
    result = match_quotation("the camp", text, within=(17, 44))
    assert (result.verdict, result.places[0].start) == ("found", 26)


def test_a_place_outside_the_cited_passage_does_not_count():
    assert match_quotation("He saw", "He saw the camp. She left it.", within=(17, 29)).verdict == "not_found"


def test_a_qualifier_just_outside_the_cited_passage_is_flagged():
    text = "They did not beat the women."
    result = match_quotation("beat the women", text, within=(13, 27))
    assert [flag.code for flag in result.flags] == ["leading_negation"]


def test_a_suggestion_names_the_difference_and_decides_nothing():
    result = match_quotation("The ministry said on Tuesday, 3 May", SOURCE)
    assert result.verdict == "not_found"
    assert result.suggestion.quote == "The ministry said on Monday, 3 May"
    assert "“Monday”" in result.suggestion.difference
    assert "“Tuesday”" in result.suggestion.difference


def test_a_lookalike_letter_is_named():
    result = match_quotation("The ministry sаid on Monday", SOURCE)
    assert "CYRILLIC SMALL LETTER A" in result.suggestion.difference


def test_a_dropped_negation_is_named():
    result = match_quotation("the guards did beat the women", "We saw that the guards did not beat the women at all.")
    assert result.suggestion.difference == "the text also has “not”"


def test_nothing_alike_suggests_nothing():
    assert match_quotation("entirely unrelated", SOURCE).suggestion is None


def test_what_was_overlooked_is_named_and_only_that():
    result = match_quotation("'yes and\nno'", "It was ‘yes and no’ again.")
    assert result.folded == ("white space",)
    assert match_quotation("women and 2,310 men", SOURCE).folded == ()


def test_the_text_of_an_untrusted_layout_is_never_decided_even_where_the_words_stand():
    result = match_quotation("114 women", SOURCE, readable=False)
    assert (result.verdict, result.places) == ("indeterminate", ())


def test_depth_tells_narration_from_speech():
    text = "He said: “We left.” They left."
    assert match_quotation("We left", text).places[0].depth == 1
    assert match_quotation("They left", text).places[0].depth == 0


def test_a_quotation_in_too_many_pieces_is_unchecked():
    result = match_quotation(" … ".join(["camp"] * 40), SOURCE)
    assert result.verdict == "unchecked"
    assert "pieces" in result.reason


HOSTILE = {
    "one letter": ("a" * 1_000_000, "a" * 1_000),
    "one letter, long quotation": ("a" * 1_000_000, "a" * 300_000 + "b"),
    "one Han character": ("哈" * 1_000_000, "哈" * 500),
    "one Han numeral": ("三" * 1_000_000, "三" * 500),
    "blanks": (" " * 1_000_000 + "end", "end of it"),
    "line ends": ("\n" * 1_000_000 + "the end", "the end of it"),
    "quotation marks": ('"' * 100_000 + "word" + "'" * 100_000, "word"),
    "quotation marks asked for": ("word " * 1_000, "“" * 100_000),
    "quotation marks and a word": ("word " * 1_000, "“" * 100_000 + "word"),
    "dashes": ("-" * 1_000_000, "- - a"),
    "long dashes": ("—" * 1_000_000, "— — a"),
    "brackets": ("word " * 1_000, "[" * 100_000 + "word"),
    "bracketed": ("word " * 1_000, "[a]" * 50_000 + "word"),
    "ellipses": ("word " * 1_000, "word … " * 50_000),
    "dots": ("word " * 1_000, "." * 100_000 + "word"),
    "marks": ("e" + "\u0301" * 300_000, "e\u0301"),
    "mixed blanks": (" \u200b" * 300_000, "end a"),
    "hyphens at line ends": ("re-\nsign " * 50_000, "re-sign re-sign"),
    "figures": ("1" * 1_000_000, "1" * 100),
    "figures and spaces": ("1 " * 500_000, "1 1 1 1"),
    "commas and a word": ("a, " * 300_000, "a, a, b"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_is_answered_in_bounded_work(name):
    """A quadratic search would take hours on these; the run as a whole stays within seconds."""
    text, quotation = HOSTILE[name]
    result = match_quotation(quotation, text)
    assert result.verdict in {"found", "not_found", "ambiguous", "indeterminate", "unchecked"}
