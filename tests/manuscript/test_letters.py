"""Letters for comment: who gets which allegations, until when, and what keeps a letter back."""

import re
from datetime import datetime

import msgspec
import pytest

from witnessmark.evidence.errors import InvalidValueError
from witnessmark.evidence.findings import Correction
from witnessmark.evidence.protected import Protected, ProtectedPerson
from witnessmark.evidence.statements import Allegation, Stance
from witnessmark.manuscript.letters import Terms, corrections_table, letters
from witnessmark.manuscript.parse import parse

TERMS = Terms(
    office="Training Office",
    publication="on 1 July 2031 in Tarn",
    due="2031-06-15T18:00+02:00",
    sent="2031-06-01T10:00+02:00",
)
BODY = "# The hall\n\nPolice held 17 people in the hall. [@S6; @S7] The foreman struck two boys. [@S12]\n"


@pytest.fixture
def case(evidence):
    more = Allegation(id="A2", text="The foreman struck two boys of Oldmill", against=("O8", "O7"))
    unused = Allegation(id="A3", text="The register was burned", against=("O8",))
    stances = (*evidence.stances, Stance(statement="S12", allegation="A2", stance="asserts"))
    return msgspec.structs.replace(evidence, allegations=(*evidence.allegations, more, unused), stances=stances)


def made(case, protected=None, terms=TERMS, body=BODY):
    return letters(parse(body), case, protected or Protected(), terms)


def test_each_addressee_gets_what_the_manuscript_alleges_against_them(case):
    found = {one.to: one for one in made(case)}
    assert {to: one.allegations for to, one in found.items()} == {"O7": ("A1", "A2"), "O8": ("A2",)}
    text = found["O7"].text
    assert re.findall(r"^\d+\. (.*) \((A\d)\)$", text, re.MULTILINE) == [
        ("Police held 17 people in the hall at Tarn quarry.", "A1"),
        ("The foreman struck two boys of Oldmill.", "A2"),
    ]
    assert "To: Ministry of Works" in text
    assert "published on 1 July 2031 in Tarn" in text
    assert f"{datetime(2031, 6, 15).strftime('%A')}, 15 June 2031, 18:00 (UTC+02:00)" in text  # noqa: DTZ001 - only its weekday
    assert "burned" not in "".join(one.text for one in found.values())


def test_a_manuscript_that_carries_nothing_needs_no_letter(case):
    assert made(case, body="# The hall\n\nThe hall stands in Tarn. [@S1]\n") == ()


@pytest.mark.parametrize("due", ["2031-06-15", "2031-06-15T18:00", "soon", "2031-06-05T10:00+02:00"])
def test_a_deadline_without_zone_or_too_near_is_refused(case, due):
    with pytest.raises(InvalidValueError):
        made(case, terms=Terms(
            office=TERMS.office, publication=TERMS.publication, due=due, sent=TERMS.sent))  # fmt: skip


def person(source, name, *details):
    return ProtectedPerson(source=source, names=(name,), details=details)


def test_a_letter_with_a_protected_name_is_kept_back_and_does_not_repeat_it(case):
    evidence = msgspec.structs.replace(
        case, allegations=(Allegation(id="A1", text="Police held Nurlan Abenov and 16 others", against=("O7",)),)
    )
    letter = made(evidence, Protected((person("O3", "Nurlan Abenov"),)))[0]
    assert letter.faults
    assert not any("Abenov" in fault for fault in letter.faults)


def test_place_date_and_trade_that_fit_one_person_keep_a_letter_back(case):
    told = Allegation(id="A1", text="Police took a night nurse of Oldmill on 4 May 2031", against=("O7",))
    evidence = msgspec.structs.replace(case, allegations=(told,))
    nurse = person("O3", "Nurlan Abenov", "night nurse", "lives in Oldmill", "arrested on 4 May 2031")
    same = [
        person(f"O{n}", f"Other Person{n}", "night nurse", "lives in Oldmill", "arrested on 4 May 2031") for n in (4, 5)
    ]
    assert made(evidence, Protected((nurse,)))[0].faults
    assert made(evidence, Protected((nurse, same[0])))[0].faults
    assert made(evidence, Protected((nurse, *same)))[0].faults == ()
    one_detail = msgspec.structs.replace(
        case, allegations=(msgspec.structs.replace(told, text="Police took a night nurse"),)
    )
    assert made(one_detail, Protected((nurse,)))[0].faults == ()


def test_the_table_of_corrections_is_markdown_that_parses(case):
    rows = (
        Correction(
            reply="RP1", comment="It is 16 | not 17", accepted=True, reason="the list", change="16", was="17", now="16"
        ),
        Correction(reply="RP1", comment="All false", accepted=False, reason="two accounts agree"),
    )
    table = corrections_table(msgspec.structs.replace(case, corrections=rows))
    block = parse(f"# Replies\n\n{table}").tables[0]
    cells = [[cell.text for cell in row][:4] for row in block.rows]
    assert cells[1:] == [
        ["It is 16 | not 17", "accepted", "the list", "16"],
        ["All false", "rejected", "two accounts agree", "–"],
    ]
    assert corrections_table(msgspec.structs.replace(case, corrections=())) == ""
