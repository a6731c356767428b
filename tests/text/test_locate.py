from witnessmark.text.locate import locate
from witnessmark.text.prepared import prepare
from witnessmark.text.quotation import match_quotation

STANDS = {"found", "ambiguous", "indeterminate"}


def test_each_pair_gets_the_answer_of_the_matcher(quotation_cases):
    cases = [case for case in quotation_cases if case["source"].strip()]
    texts = [prepare(case["source"]) for case in cases]
    quotations = [case["quotation"] for case in cases]
    held = {(holding.quotation, holding.text): holding.result for holding in locate(quotations, texts)}
    for number, text in enumerate(texts):
        for index, quotation in enumerate(quotations):
            result = match_quotation(quotation, text, suggesting=False)
            assert held.get((index, number)) == (result if result.verdict in STANDS else None)


def test_a_misattributed_quotation_is_located_in_the_text_that_holds_it():
    texts = [prepare("The camp was closed in May."), prepare("Nobody said a word about it."), prepare("营地已经关闭。")]
    found = [(holding.quotation, holding.text) for holding in locate(["said a word about", "营地已经关闭"], texts)]
    assert found == [(0, 1), (1, 2)]


def test_nothing_is_located_among_nothing():
    assert list(locate([], [])) == []
    assert list(locate(["words"], [])) == []
    assert list(locate([], [prepare("words")])) == []
