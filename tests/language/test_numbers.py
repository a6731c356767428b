import pytest

from witnessmark.language.numbers import parse_number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("three", 3), ("a dozen", 12), ("two hundred and five", 205), ("twenty-five thousand", 25_000), ("a million", 1_000_000),
        ("half a million", 500_000), ("two and a half million", 2_500_000), ("1,200", 1200), ("1 200", 1200), ("1\u202f200", 1200),
        ("1.200.000", 1_200_000), ("1.200,50", 1200.5), ("2.5 million", 2_500_000), ("1,5 млн", 1_500_000), ("три тысячи", 3000),
        ("٣١", 31), ("١٬٢٠٠", 1200), ("120万", 1_200_000), ("三千五百", 3500), ("一亿二千万", 120_000_000), ("3万亿", 3e12), ("十五", 15),
        ("二〇二二", 2022), ("ئون مىڭ", 10_000), ("hundred thousand", 100_000), ("zero", 0), ("a million and a half", 1_500_000), ("12,34,567", 1_234_567),
    ],
)  # fmt: skip
def test_words_and_digits_have_their_value(words, value):
    assert parse_number(words) == value


@pytest.mark.parametrize(
    "words",
    [
        "",
        "nineteen ninety",
        "five twenty",
        "hundreds of thousands",
        "many",
        "G7",
        "1.2.3",
        "million billion",
        "x" * 10_000,
    ],
)
def test_what_names_no_single_number_has_none(words):
    assert parse_number(words) is None


def test_a_dot_parts_thousands_only_where_the_text_writes_them_so():
    assert parse_number("1.200") == 1.2
    assert parse_number("1.200", decimal_comma=True) == 1200
