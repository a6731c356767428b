import json

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.custody.canonical import canonical
from witnessmark.custody.errors import EncodingError


def test_the_example_of_rfc_8785_gives_its_published_bytes():
    value = {
        "numbers": [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": '€$\u000f\nA\'B"\\\\"/',
        "literals": [None, True, False],
    }
    expected = (
        b'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
        b'"string":"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )
    assert canonical(value) == expected


def test_keys_are_sorted_by_utf16_units_not_by_code_points():
    assert canonical({"\U0001f600": 1, "\ufb33": 2}) == '{"😀":1,"\ufb33":2}'.encode()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**53, {"a": {1, 2}}, {1: 2}, "\ud800", b"bytes"])
def test_what_has_no_canonical_form_is_refused(value):
    with pytest.raises(EncodingError):
        canonical(value)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), st.integers(-(2**53) + 1, 2**53 - 1)))
def test_another_json_reader_reads_the_same_value_back(value):
    assert json.loads(canonical(value)) == value


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), st.text() | st.integers() | st.booleans()))
def test_flat_objects_have_the_bytes_that_rfc8785_gives(value):
    try:
        expected = rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError):
        with pytest.raises(EncodingError):
            canonical(value)
    else:
        assert canonical(value) == expected
