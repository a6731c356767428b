"""Every check fires on a planted fault (`test_wmNNN_fires…`) and is silent on what is right (`test_wmNNN_is_silent…`)."""

import dataclasses

import msgspec
import pytest

from witnessmark.evidence.events import Name
from witnessmark.evidence.protected import Protected, ProtectedPerson
from witnessmark.evidence.sources import Consent
from witnessmark.manuscript.check import check
from witnessmark.manuscript.parse import parse


def swap(clean, old, new):
    assert old in clean
    return clean.replace(old, new, 1)


def with_record(evidence, record_id, **changes):
    """The evidence with one record changed."""
    for field in evidence.__struct_fields__:
        records = getattr(evidence, field)
        if isinstance(records, tuple) and any(getattr(one, "id", "") == record_id for one in records):
            changed = tuple(msgspec.structs.replace(one, **changes) if one.id == record_id else one for one in records)
            return msgspec.structs.replace(evidence, **{field: changed})
    raise AssertionError(record_id)


def test_the_clean_manuscript_has_no_problem_and_nothing_unchecked(clean, evidence, protected):
    outcome = check(parse(clean), evidence, protected=protected)
    assert (outcome.problems, outcome.unchecked) == ((), ())
    assert outcome.ran["WM102"] > 10


def test_wm101_fires_on_a_fact_without_citation(codes):
    assert codes("Police burned the school.") == ["WM101"]


def test_wm101_is_silent_on_supported_and_on_unfactual_sentences(codes):
    assert codes("# Facts\n\nTaken together, they agree.\n\n::: analysis\nPolice lied.\n:::") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("on 3 May 2031 [@S1; @S7]", "on 4 May 2031 [@S1; @S7]"),
        ("on 3 May 2031 [@S1; @S7]", "on Sunday 3 May 2031 [@S1; @S7]"),
        ("nine days", "eight days"),
        ("nine days", "nine weeks"),
        ("Ilan Marek said:", "Ilan Makarov said:"),
        ("denied on Tuesday", "denied on Wednesday"),
        ("denied on Tuesday that the men had been", "said on Tuesday that the men had been"),
        ("may have been ordered", "were ordered"),
        ("Marek said that the guards", "Marek confirmed that the guards"),
        ("days [@S6]", "days [@S12]"),
        ("[up to 40 workers]{.q ref=Q2} were", "40 workers were"),
        ("Police brought [17 people]{.q ref=Q1}", "Police brought 17 women"),
        ("Police brought [17 people]{.q ref=Q1}", "Police brought eighteen people"),
        ("into a hall at Tarn quarry", "into a hall at Sarn quarry"),
        ("[@E9, p. 2]", "[@E9, p. 8]"),
        ("[@E9, p. 2]", "[@E9, p. 3]"),
    ],
)
def test_wm102_fires_when_the_cited_passage_holds_something_else(clean, codes, old, new):
    assert "WM102" in codes(swap(clean, old, new))


@pytest.mark.parametrize(
    "sentence",
    [
        "Seventeen people were brought to the hall in May 2031, a guard and a cook said [@S1; @S7].",
        "A guard said that 17 people, 12 men and 5 women, were detained on 3 May 2031 [@S1].",
        "A guard said that 12 of 17 detainees (71 per cent) were men [@S1].",
        "Two people said that 17 were held in Tarn [@S1; @S7].",
        "The directive says that by 3 May 17 miners were to be brought to the hall [@S11].",
        "Marek said that the guards might have been ordered to keep the gate shut [@S4].",
    ],
)
def test_wm102_is_silent_on_number_words_derived_figures_translations_and_coarser_dates(codes, sentence):
    assert "WM102" not in codes(sentence)


def test_wm102_is_silent_on_a_name_in_another_script_that_the_evidence_knows(evidence, codes):
    changed = with_record(evidence, "P1", name="Tolga Ozan", names=(Name(text="Ilan Marek"),))
    sentence = "Tolga Ozan said that nobody told them why they were held [@S2]."
    assert codes(sentence, evidence=changed) == []
    assert "WM102" in codes(sentence)


def test_wm102_fires_on_a_sum_over_different_sources(codes):
    assert "WM102" in codes("The guard and the union counted 57 people, 17 and 40 [@S1; @S5].")


def test_wm102_says_unchecked_where_the_snapshot_withholds(clean, evidence):
    held = with_record(evidence, "T3", content="", withheld="protected")
    outcome = check(parse("A miner said that 99 people were held [@S6]."), held, codes=["WM102"])
    assert outcome.problems == ()
    assert [problem.status for problem in outcome.unchecked] == ["unchecked"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("but nobody asked us to sign.”", "and nobody asked us to sign.”"),
        ("“17 miners are to be", "“117 miners are to be"),
        ("We were not told", "We were told"),
        ("[@S2]", "[@S4]"),
    ],
)
def test_wm103_fires_when_a_quotation_is_not_verbatim(clean, codes, old, new):
    assert "WM103" in codes(swap(clean, old, new))


@pytest.mark.parametrize(
    "sentence",
    [
        "Marek said: «We were not told why we were held, but nobody asked us to sign» [@S2].",
        "The directive says “将矿工十七人送往大厅” [@S11].",
        "The so-called [“harmony hall”]{.term} was closed, a guard said [@S1].",
        "In this report, “the hall” means the building.",
    ],
)
def test_wm103_is_silent_on_the_sources_words_terms_and_definitions(codes, sentence):
    assert "WM103" not in codes(sentence)


def test_wm103_fires_on_right_to_left_text_of_untrusted_order_unless_transcribed(evidence, codes):
    sentence = "The report says «احتجزت الشرطة 17 شخصا في المحجر» [@E8]."
    assert "WM103" in codes(sentence)
    layer = evidence.index["T9"]
    attested = msgspec.structs.replace(
        layer, id="T11", kind="transcription", trusted_layout=True, attested_by="A. Reader", source_text="T9"
    )
    more = msgspec.structs.replace(evidence, texts=(*evidence.texts, attested))
    assert "WM103" not in codes(sentence, evidence=more)


def test_wm104_fires_when_a_quotation_is_cut_before_but(clean, codes):
    assert "WM104" in codes(swap(clean, "held, but nobody asked us to sign.”", "held.”"))


def test_wm104_is_silent_when_the_sentence_carries_the_qualifier(codes):
    assert codes("Marek said the guards may have been “ordered to keep the gate closed” [@S4].") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[17 people]", "[18 people]"),
        ("[17 people]", "[up to 17 people]"),
        ("[17 people]", "[seventeen women]"),
        ("[up to 40 workers]", "[40 workers]"),
        ("up to 40 workers]{.q ref=Q2}", "40 workers]{.q ref=Q3}"),
        ("up to 40 workers]{.q ref=Q2}", "up to 40 workers]{.q ref=Q4}"),
    ],
)
def test_wm105_fires_when_bound_words_differ_from_the_quantity(clean, codes, old, new):
    assert "WM105" in codes(swap(clean, old, new))


@pytest.mark.parametrize(
    "words",
    ["[seventeen people]{.q ref=Q1}", "[as many as 40 workers]{.q ref=Q2}", "[30 to 40 workers]{.q ref=Q3}",
     "[between 30 and 40]{.q ref=Q3} workers", "up to [forty]{.q ref=Q2} workers", "[dozens of workers]{.q ref=Q4}"],
)  # fmt: skip
def test_wm105_is_silent_on_other_words_for_the_same_figure(codes, words):
    assert "WM105" not in codes(f"The union spoke of {words} [@S5].")


def test_wm106_fires_when_one_quantity_has_two_values(codes):
    source = "One said [17 people]{.q ref=Q1} came [@S1]. Two said [18 people]{.q ref=Q1} came [@S1]."
    assert "WM106" in codes(source)


def test_wm106_fires_on_a_figure_in_analysis_that_nothing_supports(clean, codes):
    assert "WM106" in codes(swap(clean, "the two accounts agree", "the accounts show that 23 people were held"))


def test_wm106_is_silent_when_words_and_digits_agree(codes):
    source = "One said [17 people]{.q ref=Q1} came [@S1]. Two said [seventeen people]{.q ref=Q1} came [@S1]."
    assert "WM106" not in codes(source)


@pytest.mark.parametrize(
    "sentence",
    [
        "Police held 17 people, of whom 12 were men and 6 were women.",
        "Police held 17 people (12 men and 4 women).",
        "Police held 12 men and 5 women, 18 in all.",
        "Police held a total of 18: 12 men and 5 women.",
        "Of the staff, 12 of 40 (35 per cent) left.",
        "Some 45 per cent (12 of 40) left.",
        "The number rose from 10 to 15, an increase of 40 per cent.",
        "They were held from 3 to 14 May 2031 (nine days).",
        "Born in 1990, she was 35 years old in 2031.",
    ],
)
def test_wm107_fires_on_figures_that_do_not_compute(codes, sentence):
    assert "WM107" in codes(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Police held 17 people, of whom 12 were men and 5 were women.",
        "Police held 17 people, of whom 3 were wounded and 4 were ill.",
        "Police held 12 men and 5 women, 17 in all.",
        "Of the staff, 12 of 40 (30 per cent) left.",
        "Two of three (66.7 per cent) left.",
        "The number rose from 10 to 15, an increase of 50 per cent.",
        "They were held from 3 to 14 May 2031 (twelve days).",
        "Born in 1990, she was 40 years old in May 2031.",
        "The first group had 17 people. The second had 12 men.",
    ],
)
def test_wm107_is_silent_on_figures_that_compute(codes, sentence):
    assert "WM107" not in codes(sentence)


def test_wm107_fires_on_the_total_of_a_table(codes):
    assert "WM107" in codes("| Who | N |\n|---|---|\n| Men [@S1] | 12 |\n| Women | 5 |\n| Total | 18 |")


def test_wm107_is_silent_on_a_table_that_adds_up(codes):
    assert "WM107" not in codes("| Who | N |\n|---|---|\n| Men [@S1] | 1,012 |\n| Women | five |\n| Total | 1,017 |")


def test_wm108_fires_on_a_login_wall_and_on_an_empty_capture(codes, evidence):
    assert "WM108" in codes("The Wire said so [@E10].")
    assert "WM108" in codes("The union said so [@E9].", evidence=with_record(evidence, "T10", content=""))


def test_wm108_fires_when_a_passage_no_longer_stands_in_its_text(codes, evidence):
    moved = with_record(evidence, "T3", content="x" + evidence.index["T3"].content)
    assert "WM108" in codes("A miner said they were kept for nine days [@S6].", evidence=moved)


def test_wm108_is_silent_on_a_capture_with_its_words(codes):
    assert "WM108" not in codes("A miner said they were kept in the hall for nine days [@S6].")


@pytest.mark.parametrize("cited", ["@S7", "@S1; @S10", "@S1; @E2", "@E1; @E2"])
def test_wm201_fires_on_one_group_also_of_wire_copies(codes, cited):
    assert "WM201" in codes(f"Police brought 17 people into a hall on 3 May 2031 [{cited}].")


def test_wm201_is_silent_on_two_groups_and_on_attribution(codes):
    assert "WM201" not in codes(
        "Police held 17 people on 3 May 2031 [@S1; @S7]. A guard said that police held 17 people [@S1]."
    )


def test_wm201_is_unchecked_on_a_published_snapshot_that_withholds_links(evidence):
    source = "Police held 17 people [@S7; @S6]."
    public = msgspec.structs.replace(evidence, public=True)
    unchecked = [one.code for one in check(parse(source), public).unchecked]
    inside = [one.code for one in check(parse(source), evidence).unchecked]
    assert ("WM201" in unchecked, "WM201" in inside) == (True, False)


def test_wm205_fires_on_nothing_but_hearsay(codes):
    assert "WM205" in codes("A man died in the hall on 8 May 2031 [@S9].")


def test_wm205_is_silent_when_somebody_saw_it_or_it_is_attributed(codes):
    assert "WM205" not in codes(
        "Police held 17 people [@S7; @S6]. A driver said that a man had died in the hall [@S9]."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Miners were tortured in the hall [@S6; @S7].",
        "The authorities committed genocide [@S6; @S7].",
        "This was a crime against humanity [@S6; @S7].",
        "The war crimes continued [@S6; @S7].",
        "The men were forcibly disappeared [@S6; @S7].",
        "::: analysis\nThe system is apartheid.\n:::",
        "::: {.finding ref=F1 level=established}\nThe treatment amounted to torture.\n:::",
        "# Guards tortured miners",
    ],
)
def test_wm304_fires_on_crime_words_that_nothing_licenses(codes, sentence):
    assert "WM304" in codes(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The conduct may amount to a crime against humanity.",
        "The Convention against Torture forbids it [@S6; @S7].",
        "Marek said “We were tortured” [@S2].",
        "The ministry rejected allegations of torture [@S3].",
        "A miner said that he had been tortured [@S6].",
        "# Allegations of torture",
        "::: {.finding ref=F2 level=may-constitute}\nThe detention may constitute a crime against humanity.\n:::",
    ],
)
def test_wm304_is_silent_on_modal_named_quoted_and_attributed_words(codes, sentence):
    assert "WM304" not in codes(sentence)


def test_wm304_is_silent_under_a_reviewed_finding_of_a_violation(codes, evidence):
    source = "::: {.finding ref=F2 level=violation}\nThe miners were subjected to torture.\n:::"
    reviewed = with_record(
        evidence, "F2", level="violation", reviewer="R", judgement="all met", elements_met=True, facts_verified=True
    )
    assert "WM304" in codes(source)
    assert "WM304" not in codes(source, evidence=reviewed)
    assert "WM304" in codes(source.replace("torture", "genocide"), evidence=reviewed)


def test_wm503_fires_when_no_letter_was_sent(clean, codes, evidence):
    nobody = msgspec.structs.replace(evidence, reply_requests=())
    unsent = with_record(evidence, "RR1", sent="")
    elsewhere = with_record(evidence, "RR1", to="O8")
    for changed in (nobody, unsent, elsewhere):
        assert "WM503" in codes("Police held 17 people in May 2031 [@S6; @S7].", evidence=changed)


def test_wm503_is_silent_when_asked_or_when_the_reason_is_signed(codes, evidence):
    reason = with_record(evidence, "RR1", sent="", not_contacted="no address; R. Reviewer, 1 June 2031")
    assert "WM503" not in codes("Police held 17 people in the hall [@S6; @S7].", evidence=reason)
    assert "WM503" not in codes("Police held 17 people in the hall [@S6; @S7].")


@pytest.mark.parametrize(
    "name",
    ["Nurlan Abenov", "NURLAN ABENOV", "nurlan abenov", "Abenov, Nurlan", "Nurlan Ábenov", "Nur\u200blan Ab\u00adenov",
     "*Nurlan* **Abe**nov", "[Nurlan](x.html) Abenov", "Nurlаn Аbenov", "Нурлан Абенов", "努尔兰·阿别诺夫", "N u r l a n A b e n o v",
     "<!-- Nurlan Abenov -->", "nurlan_abenov.jpg", "Mr. Abenov", "Aygul Tursun", "ئايگۈل تۇرسۇن", "Айгуль Турсун", "Nurlan&nbsp;Abenov"],
)  # fmt: skip
def test_wm601_fires_on_a_protected_name_however_it_is_written(codes, name):
    assert "WM601" in codes(f"The list has {name} on it, a guard said [@S1].")


def test_wm601_fires_in_front_matter_captions_paths_and_tables(codes):
    for source in (
        "---\nauthor: Nurlan Abenov\n---\nText.",
        '![A gate](x.png){alt="Nurlan Abenov"}',
        "![A gate](nurlan-abenov.png)",
        "| Name |\n|---|\n| Nurlan Abenov |",
    ):
        assert "WM601" in codes(source)


def test_wm601_fires_on_two_telling_details_of_one_person(codes):
    assert "WM601" in codes("A blacksmith from Lower Tarn said so [@S1].")


def test_wm601_is_silent_on_other_names_and_on_one_detail(codes, clean):
    assert "WM601" not in codes(clean)
    assert "WM601" not in codes("A blacksmith said so [@S1]. Nurses and abandoned men left [@S1].")


def test_wm601_says_unchecked_without_the_protected_identities(clean, evidence):
    outcome = check(parse(clean), evidence)
    assert [(problem.code, problem.status) for problem in outcome.unchecked] == [
        ("WM601", "unchecked"),
        ("WM602", "unchecked"),
    ]


def test_wm603_fires_on_testimony_for_internal_use(codes):
    assert "WM603" in codes("A clerk said that the commander hid the register on 4 May 2031 [@S8].")


def test_wm603_fires_on_revoked_and_on_missing_consent(codes, evidence):
    sentence = "A miner said they were kept in the hall for nine days [@S6]."
    revoked = Consent(purpose="publication_without_identity", decision="given", revoked="2031-07-01")
    assert "WM603" in codes(sentence, evidence=with_record(evidence, "O3", consents=(revoked,)))
    assert "WM603" in codes(sentence, evidence=with_record(evidence, "O3", consents=()))


def test_wm603_fires_when_a_pseudonymous_source_is_named(codes):
    assert "WM603" in codes("Nurlan Abenov said they were kept in the hall for nine days [@S6].")


def test_wm603_is_silent_within_the_consent_and_on_public_words(codes, evidence):
    assert "WM603" not in codes("A miner said they were kept in the hall for nine days [@S6].")
    assert "WM603" not in codes("Marek said nobody told them why they were held [@S2].")


def test_wm603_says_unchecked_on_a_condition(evidence, protected):
    asked = Consent(purpose="publication_without_identity", decision="conditional", condition="after June")
    changed = with_record(evidence, "O3", consents=(asked,))
    outcome = check(parse("A miner said they were kept there [@S6]."), changed, protected=protected, codes=["WM603"])
    assert (list(outcome.problems), [problem.code for problem in outcome.unchecked]) == ([], ["WM603"])


@pytest.mark.parametrize(
    "words",
    ["TODO", "XXX", "TBC", "[name]", "[date]", "??", "lorem ipsum", "[to be confirmed]", "{place}", "____", "<name>", "[insert quote here]",
     "[citation needed]", "[XX]", "FIXME"],
)  # fmt: skip
def test_wm907_fires_on_placeholders(codes, words):
    assert "WM907" in codes(f"The guards of {words} came, a guard said [@S1].")


def test_wm907_is_silent_on_brackets_of_the_syntax_and_on_questions(codes, clean):
    assert "WM907" not in codes(
        clean + "\n::: analysis\nWhy? Nobody knows [sic]. A [name](https://x.example) links.\n:::\n"
    )


def test_wm910_fires_on_an_unclosed_div(codes):
    assert "WM910" in codes("::: analysis\nOpen.")


def test_wm910_is_silent_on_clean_syntax(codes, clean):
    assert "WM910" not in codes(clean)


def test_wm911_fires_on_unknown_keys_of_every_kind(codes):
    for source in (
        "He said so [@S99].",
        "He said [3]{.q ref=Q99} [@S1].",
        "::: {.finding ref=F99}\nX.\n:::",
        "![x](E99)",
    ):
        assert "WM911" in codes(source)


def test_wm911_is_silent_on_known_keys(codes, clean):
    assert "WM911" not in codes(clean)


def test_a_problem_has_its_exact_place(clean, evidence):
    source = swap(clean, "nine days", "eight days")
    (problem,) = check(parse(source), evidence, codes=["WM102"]).problems
    line = source.split("\n")[problem.line - 1]
    assert line[problem.column - 1 : problem.end_column - 1] == problem.got == "eight"


def test_an_empty_manuscript_and_an_empty_snapshot_are_no_crash(evidence):
    assert [problem.code for problem in check(parse(""), evidence).problems] == ["WM910"]
    empty = msgspec.structs.replace(
        evidence, **{name: () for name in evidence.__struct_fields__ if isinstance(getattr(evidence, name), tuple)}
    )
    assert {problem.code for problem in check(parse("He said so [@S1]."), empty).problems} == {"WM911"}


def test_dangling_and_circular_records_are_no_crash(clean, evidence):
    circle = with_record(evidence, "F1", rests_on=("F2", "S6", "S404"))
    outcome = check(
        parse(clean + "\nIt is so [@F1; @F2].\n"),
        circle,
        protected=Protected((ProtectedPerson(source="O3", names=("X Y",)),)),
    )
    assert outcome.sentences > 0


def test_the_same_input_gives_the_same_outcome(clean, evidence, protected):
    once, twice = (check(parse(clean), evidence, protected=protected) for _ in range(2))
    assert dataclasses.asdict(once) == dataclasses.asdict(twice)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("A miner W-7 said that they were kept in the hall for nine days [@S6].", "WM102"),
        ("A miner said that they were kept in hall No. 3 for nine days [@S6].", "WM102"),
        ("| What | N |\n|---|---|\n| Police at Sarn held [@S1] | 17 |", "WM102"),
        ("| What | N |\n|---|---|\n| People [@S1] | 19 |", "WM102"),
        ("Police held 17 people on 3 May 2031 [@S1; @S7].\n\n# The night of 4 May 2031", "WM106"),
        (
            "::: {.finding ref=F2 level=may-constitute}\nThe detention described here is a crime against humanity.\n:::",
            "WM304",
        ),
        ("Marek said that somebody asked them to sign [@S2].", "WM102"),
    ],
)
def test_faults_in_numbered_names_cells_headings_and_findings_are_found(codes, source, code):
    assert code in codes(source)


def test_wm102_fires_on_a_bound_lost_in_a_table_cell(codes):
    table = "| What | N |\n|---|---|\n| Union [@S5] | {} workers |"
    assert "WM102" in codes(table.format("40"))
    assert "WM102" not in codes(table.format("up to 40"))
