import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from witnessmark.manuscript.errors import ManuscriptError
from witnessmark.manuscript.parse import MAX_CHARACTERS, parse

SAMPLE = """---
title: The quarry
---

# Summary

Police held [three men]{.q ref=Q5} in **Aksu** [@S3]. He said "they were *not* held" [@S4; @E12, p. 7]. He left.[@S5] She stayed.

::: {.finding ref=F2 level=may-constitute}
These acts may constitute torture [@F2].
:::

> We were held.
> And fed. [@S9]

| Place | Men |
|---|---|
| Aksu [@E5] | 12 |

![The gate](E7){alt="a gate"}
"""


def texts(source):
    return [sentence.text for sentence in parse(source).sentences]


def cited(source):
    return [[citation.id for citation in sentence.citations] for sentence in parse(source).sentences]


def faults(source):
    return [fault.message for fault in parse(source).faults]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_place_is_exact_whatever_the_line_ends(end):
    source = SAMPLE.replace("\n", end)
    manuscript = parse(source)
    assert manuscript.faults == ()
    for sentence in manuscript.sentences:
        span = sentence.source_span
        assert source[span.start : span.end] == sentence.source
        lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert lines[span.line - 1][span.column - 1 :].startswith(sentence.source[:5])
        for citation in sentence.citations:
            assert source[citation.start : citation.end].startswith(f"@{citation.id}")
        for quotation in sentence.quotations:
            assert source[quotation.start : quotation.end].startswith(quotation.marks[:1])


def test_line_ends_do_not_change_what_is_read():
    digests = [[one.sha256 for one in parse(SAMPLE.replace("\n", end)).sentences] for end in ("\n", "\r\n", "\r")]
    assert digests[0] == digests[1] == digests[2]


def test_the_digest_is_of_the_normalised_source_with_citations():
    (sentence,) = parse("He  left\nAksu [@S1].").sentences
    assert sentence.sha256 == hashlib.sha256(b"He left Aksu [@S1].").hexdigest()


def test_a_group_after_the_full_stop_belongs_to_the_sentence_before():
    assert cited("One left.[@S1] Two stayed. [@S2] Three slept [@S3].") == [["S1"], ["S2"], ["S3"]]


def test_a_group_in_mid_sentence_supports_the_clause_before_it():
    (sentence,) = parse("Police came [@S1], and soldiers went [@S2].").sentences
    clauses = [sentence.text[slice(*group.clause)] for group in sentence.groups]
    assert clauses == ["Police came", ", and soldiers went."]


def test_a_locator_is_kept_apart_from_the_id():
    (sentence,) = parse("It says so [see @E12, p. 7; @S3].").sentences
    assert [(one.id, one.locator, one.prefix) for one in sentence.citations] == [("E12", "p. 7", "see"), ("S3", "", "")]


def test_markup_is_gone_from_the_plain_text_and_styles_are_kept():
    (sentence,) = parse("A **bold** and [linked](https://x.example) word, *so*, `code`, 5 \\* 6 &amp; on.").sentences
    assert sentence.text == "A bold and linked word, so, code, 5 * 6 & on."
    styles = {part.text: part.styles for part in sentence.inlines if getattr(part, "styles", ())}
    assert styles == {"bold": ("strong",), "linked": ("link",), "so": ("em",), "code": ("code",)}


def test_words_bound_to_a_quantity_know_their_place():
    source = "Police held [three men]{.q ref=Q5} there."
    (bound,) = parse(source).sentences[0].bounds
    assert (bound.kind, bound.ref, bound.text) == ("q", "Q5", "three men")
    assert source[bound.start : bound.end] == "[three men]{.q ref=Q5}"


def test_paragraphs_are_numbered_by_the_compiler_and_headings_are_not():
    manuscript = parse("# One\n\nFirst.\n\n- item\n\nSecond.\n\n> quoted\n\nThird.")
    assert [block.text for block in manuscript.paragraphs] == ["First.", "Second.", "Third."]
    assert [block.number for block in manuscript.paragraphs] == [1, 2, 3]


def test_a_div_encloses_its_sentences_and_nests():
    manuscript = parse("::: analysis\nOne.\n\n::: {.finding ref=F1}\nTwo.\n:::\n\nThree.\n:::\n\nFour.")
    kinds = [[manuscript.divs[index].kind for index in one.divs] for one in manuscript.sentences]
    assert kinds == [["analysis"], ["analysis", "finding"], ["analysis"], []]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("::: analysis\nOpen.", "the div analysis is never closed"),
        (":::\n\nText.", "::: closes nothing"),
        ("::: {.finding}\nText.\n:::", "a finding without ref"),
        ("::: mystery\nText.\n:::", "a div of an unknown kind"),
        ("He said [@E9 and went.", "a citation is not closed"),
        ("He said [@E9; nothing].", "a part of a citation names no record"),
        ("He said “so and went.", "a quotation mark is not closed"),
        ("He said so” and went.", "a quotation mark closes nothing"),
        ("Text <!-- never closed", "a comment is not closed"),
        ("Text <b>bold</b>.", "raw HTML"),
        ("[x]{.mystery} y.", "a span of an unknown kind"),
        ("[3 men]{.q} y.", "words bound to no quantity"),
        ("---\ntitle: x\n\nText.", "the front matter is never closed"),
        ("---\ntitle: x\ntitle: y\n---\nText.", "a key stands twice"),
        ("Text \u202eesrever.", "a character that hides or reorders text"),
        ("Te\u200bxt.", "a character that hides or reorders text"),
        ("Nul \x00 here.", "a character that hides or reorders text"),
    ],
)
def test_what_the_syntax_does_not_allow_is_said(source, message):
    assert message in faults(source)


def test_a_fault_has_its_place():
    (fault,) = parse("First line.\n\n::: analysis\nOpen.").faults
    assert "First line.\n\n::: analysis\nOpen."[fault.start : fault.end] == "::: analysis"


def test_text_that_markdown_would_swallow_is_read():
    assert "[foo]: hidden words" in texts("[foo]: hidden words")
    assert any("hidden words" in text for text in texts("    hidden words in an indented block"))
    assert any("hidden words" in text for text in texts("<div>\nhidden words\n</div>"))


def test_a_comment_is_kept_as_hidden():
    (block,) = parse("Text <!-- secret --> on.").blocks
    assert [hidden.text for hidden in block.hidden] == ["<!-- secret -->"]
    assert block.text == "Text  on."


def test_table_cells_are_read_with_their_citations():
    manuscript = parse("| A | B |\n|---|---|\n| x [@E5] | 12 |\n| a \\| b | 3 |")
    (table,) = manuscript.tables
    assert [[cell.text for cell in row] for row in table.rows] == [["A", "B"], ["x", "12"], ["a | b", "3"]]
    assert [citation.id for citation in manuscript.citations] == ["E5"]


def test_an_empty_manuscript_has_nothing_and_no_fault():
    manuscript = parse("")
    assert (manuscript.sentences, manuscript.blocks, manuscript.faults, manuscript.title) == ((), (), (), "")


def test_a_manuscript_beyond_the_limit_is_refused():
    with pytest.raises(ManuscriptError, match="too large"):
        parse("x" * (MAX_CHARACTERS + 1))


def test_hostile_markup_takes_linear_time():
    for piece in ("*a ", "[", "[@", "`", "“", "_a ", "![", ":::\n", "> ", "<!--", "((", "'a "):
        parse(piece * 3000)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab. \n\r[]@S1{}.q=:*_`'\"“”‘’«»<>!-|#>1&;\\\u202e\u0645", max_size=120))
def test_no_source_crashes_the_parser_and_places_hold(source):
    manuscript = parse(source)
    for sentence in manuscript.sentences:
        assert source[sentence.source_span.start : sentence.source_span.end] == sentence.source


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Police closed the school on 3 May.", "fact"),
        ("The ministry said that nobody was held.", "attribution"),
        ("According to the union, forty workers were there.", "attribution"),
        ("The directive orders staff to stay silent.", "attribution"),
        ("Forty cases were reported in May.", "fact"),
        ("The Office recommends an inquiry.", "recommendation"),
        ("In this report, “the hall” means the building behind the quarry.", "definition"),
        ("This report rests on three accounts.", "method"),
        ("Taken together, the accounts agree.", "analysis"),
        ("The conduct may amount to a crime against humanity.", "analysis"),
        ("Police said “this report is wrong”.", "attribution"),
    ],
)
def test_sentences_are_sorted_by_readable_rules(sentence, kind):
    assert parse(sentence).sentences[0].kind == kind


def test_an_analysis_div_overrides_the_rules_and_says_so():
    (sentence,) = parse("::: analysis\nPolice closed the school.\n:::").sentences
    assert (sentence.kind, sentence.reason) == ("analysis", "inside ::: analysis")


@pytest.mark.parametrize("word", ["сhildren", "pоlice", "Тarn", "kіlled", "ΑBC", "Αbenov"])
def test_a_word_of_two_scripts_is_a_fault(word):
    fault = parse(f"The {word} stood there. [@S1]\n").faults[0]
    assert (fault.message, fault.got) == ("letters of two scripts in one word", word)


@pytest.mark.parametrize("words", ["the дом stood", "5 μm wide", "a β-blocker", "NATO-вский", "Ünal and Çelik"])
def test_words_of_one_script_each_are_none(words):
    assert parse(f"Here {words}. [@S1]\n").faults == ()
