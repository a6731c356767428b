import pytest

from witnessmark.manuscript.parse import parse
from witnessmark.manuscript.quotations import find_quotations


def inside(text, depth=0):
    return [text[pair.open + 1 : pair.close] for pair in find_quotations(text).pairs if pair.depth == depth]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said “go”.", ["go"]),
        ('He said "go".', ["go"]),
        ("He said 'go'.", ["go"]),
        ("He said ‘go’.", ["go"]),
        ("Er sagte „geh“ und „bleib”.", ["geh", "bleib"]),
        ("Il dit « va » et «reste».", [" va ", "reste"]),
        ("Er sagte »geh« dann.", ["geh"]),
        ("他说「走」和『停』。", ["走", "停"]),
        ("他说：“走”。", ["走"]),
        ("قال «اذهب» ثم.", ["اذهب"]),
        ("ئۇ «كەت» دېدى.", ["كەت"]),
        ("It wasn't the detainees' fault, he'd say.", []),
        ("The ’90s and o’clock.", []),
        ("a 5' 10\" man", []),
        ("She recalled ‘the detainees’ rights’ twice.", ["the detainees’ rights"]),
        ("“He's here,” I said; “don't.”", ["He's here,", "don't."]),
        ("(“the Mission”)", ["the Mission"]),
    ],
)
def test_quotation_marks_of_many_customs_are_paired(text, words):
    assert inside(text) == words


def test_a_quotation_inside_a_quotation_is_deeper():
    text = "“He said ‘go’ to us,” she said."
    assert (inside(text, 0), inside(text, 1)) == (["He said ‘go’ to us,"], ["go"])


def test_a_quotation_may_run_over_sentences_and_citations():
    (sentence,) = parse("“I was there. [@S1] I saw it,” he said [@S2].").sentences
    assert [quotation.text for quotation in sentence.quotations] == ["I was there. I saw it,"]
    assert [citation.id for citation in sentence.citations] == ["S1", "S2"]


def test_a_bound_term_is_no_quotation_of_anybody():
    manuscript = parse("The [“harmony class”]{.term} and “[harmony class]{.term}” met.")
    assert [quotation.term for quotation in manuscript.sentences[0].quotations] == [True, True]


def test_a_block_quotation_is_a_quotation_without_marks():
    (sentence,) = parse("> We were held.\n> For days. [@S1]").sentences
    assert [(quotation.text, quotation.marks) for quotation in sentence.quotations] == [("We were held. For days.", "")]
