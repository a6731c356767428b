"""Qualifiers beside a cut, and words that only look like one."""

import pytest

from witnessmark.text.lookalikes import mask_lookalikes
from witnessmark.text.quotation import match_quotation

LEADING, TRAILING = "leading_qualifier", "trailing_qualifier"


def codes(source, quotation):
    result = match_quotation(quotation, source)
    assert result.verdict == "found"
    return [flag.code for flag in result.flags]


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        ("On 3 May 2031 three men were taken.", "three men were taken"),
        ("On 3rd May three men were taken.", "three men were taken"),
        ("On May 3 three men were taken.", "three men were taken"),
        ("In May three men were taken.", "three men were taken"),
        ("By late May three men were taken.", "three men were taken"),
        ("In April and May three men were taken.", "three men were taken"),
        ("ON 3 MAY 2031 three men were taken.", "three men were taken"),
        ("Three men were taken in May 2031.", "Three men were taken"),
        ("Three men were taken on 3 May 2031.", "Three men were taken"),
        ("Three men were taken on 3 May 2031.", "Three men were taken on 3"),
        ("Theresa May said three men were taken.", "three men were taken"),
        ("Prime Minister May told reporters the camp was closed.", "reporters the camp was closed"),
        ("Since then Will has been free.", "has been free"),
        ("In March three men were taken.", "three men were taken"),
        ("At No. 5 Prison the men were held.", "Prison the men were held"),
        ("The lawyer Ni Yulan was held there.", "was held there"),
        ("He feared the might of the army.", "of the army"),
        ("他在纽约三十人被捕。", "三十人被捕"),
        ("他们在附近三十人被捕。", "三十人被捕"),
        ("他对此特别关心。", "关心"),
        ("他们到了非洲以后很好。", "他们到了"),
    ],
)
def test_a_month_or_a_name_is_no_qualifier(source, quotation):
    assert codes(source, quotation) == []


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        ("The three men may have been taken.", "have been taken"),
        ("May the men be freed soon?", "the men be freed soon"),
        ("OFFICIALS MAY FACE CHARGES", "FACE CHARGES"),
        ("Officials May Face Charges", "Face Charges"),
        ("Officials May be Charged", "be Charged"),
        ("If they behave, everyone is free to go home.", "everyone is free to go home"),
        ("Allegedly, he beat the women.", "he beat the women"),
        ("In principle, everyone is free to go home.", "everyone is free to go home"),
        ("Subject to approval, everyone is free to go home.", "everyone is free to go home"),
    ],
)
def test_a_qualifier_before_the_cut_is_flagged(source, quotation):
    assert LEADING in codes(source, quotation) or TRAILING in codes(source, quotation)


@pytest.mark.parametrize(
    "rest",
    [
        ", subject to the timetable.", " provided that they return.", ", pending a review.", " except at night.",
        ", other than the men.", " as long as they return.", " in principle.", ", in principle.", " so long as it is day.",
        ", with the exception of two.", " depending on the day.", ", save for the men.", ", at least in theory.",
        " on condition that they return.", ", apart from the men.", " to the extent that it is allowed.",
    ],
)  # fmt: skip
def test_a_condition_after_the_cut_is_flagged(rest):
    assert codes(f"Everyone is free to go home{rest}", "Everyone is free to go home") == [TRAILING]


@pytest.mark.parametrize(
    ("quotation", "rest"),
    [
        ("Chacun est libre de partir", ", sous réserve de l’horaire."),
        ("Chacun est libre de partir", " s’il revient."),
        ("Chacun est libre de partir", ", à l’exception des hommes."),
        ("Chacun est libre de partir", " en principe."),
        ("Todos pueden irse a casa", ", con sujeción al horario."),
        ("Todos pueden irse a casa", " siempre que vuelvan."),
        ("Todos pueden irse a casa", " si vuelven."),
        ("Todos pueden irse a casa", ", salvo los hombres."),
        ("Все свободно ходят домой", " при условии возвращения."),
        ("Все свободно ходят домой", ", за исключением мужчин."),
        ("Все свободно ходят домой", " в зависимости от расписания."),
        ("يمكن للجميع العودة إلى منازلهم", " بشرط أن يعودوا."),
        ("يمكن للجميع العودة إلى منازلهم", "، باستثناء الرجال."),
        ("يمكن للجميع العودة إلى منازلهم", " رهنًا بالجدول."),
        ("يمكن للجميع العودة إلى منازلهم", " من حيث المبدأ."),
        ("所有人都可以回家", "，前提是遵守时间表。"),
        ("所有人都可以回家", "，除周末外。"),
        ("所有人都可以回家", "，原则上。"),
        ("ھەممە ئادەم ئۆيىگە قايتالايدۇ", "، ئەگەر رۇخسەت قىلىنسا."),
        ("ھەممە ئادەم ئۆيىگە قايتالايدۇ", "، ئەرلەردىن باشقا."),
    ],
)
def test_a_condition_after_the_cut_is_flagged_in_other_languages(quotation, rest):
    assert codes(quotation + rest, quotation) == [TRAILING]


@pytest.mark.parametrize(("left_out", "flagged"), [("in May 2031 ", False), ("who may be ill ", True)])
def test_words_left_out_are_judged_the_same_way(left_out, flagged):
    found = codes(f"Three men {left_out}were taken.", "Three men … were taken")
    assert ("ellipsis_drops_qualifier" in found) == flagged


def test_what_is_written_over_keeps_its_length():
    words = "On 3 May 2031, in May, at No. 5, 纽约 and the might"
    masked = mask_lookalikes(words)
    assert len(masked) == len(words)
    assert masked == "On 3 xxx 2031, in xxx, at xx. 5, 某某 and the xxxxx"
