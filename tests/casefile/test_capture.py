"""What comes in with a protected source is sealed with it: its picture, its attachments, also when it comes again."""

import pytest

from witnessmark.casefile.errors import CaseError
from witnessmark.evidence.errors import WitnessmarkError

PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f"
    b"\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82"
)
MAIL = (
    "From: a@example.org\nTo: b@example.org\nSubject: List\nDate: Mon, 2 Jun 2031 10:00:00 +0200\nMIME-Version: 1.0\n"
    'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain\n\nThe list is attached.\n'
    '--x\nContent-Type: text/csv; name="list.csv"\nContent-Disposition: attachment; filename="list.csv"\n\nname,age\nHalide,3\nB,4\n--x--\n'
)


@pytest.fixture
def capture(session, tmp_path):
    from witnessmark.casefile.flows.captures_list import Wanted
    from witnessmark.casefile.flows.intake import capture_one

    def take(name, data, **options):
        (tmp_path / name).write_bytes(data)
        return capture_one(session, Wanted(path=str(tmp_path / name), **options))

    return take


def held(session):
    return [path.read_bytes() for path in session.folder.store.rglob("*") if path.is_file()]


def test_the_picture_of_a_protected_page_is_sealed(session, capture, tmp_path):
    (tmp_path / "page.png").write_bytes(PNG)
    capture(
        "page.html",
        b"<p>Words that stand here.</p>",
        source="O1",
        protected=True,
        screenshot=str(tmp_path / "page.png"),
    )
    assert len(held(session)) == 2
    assert all(b"PNG" not in data for data in held(session))


def test_the_picture_of_an_open_page_is_kept_as_it_is(session, capture, tmp_path):
    (tmp_path / "page.png").write_bytes(PNG)
    capture("page.html", b"<p>Words that stand here.</p>", screenshot=str(tmp_path / "page.png"))
    assert PNG in held(session)


def test_the_attachments_of_a_protected_mail_are_sealed(session, capture):
    assert [one.item for one in capture("m.eml", MAIL.encode(), source="O1", protected=True).flat()] == ["E1", "E2"]
    assert all(b"Halide" not in data for data in held(session))


def test_protection_that_comes_too_late_is_refused_rather_than_ignored(session, capture):
    capture("a.txt", b"Words that stand here.")
    with pytest.raises(CaseError, match="unsealed"):
        capture("a.txt", b"Words that stand here.", source="O1", protected=True)


def test_a_source_that_is_no_id_is_refused(session, capture):
    with pytest.raises(CaseError, match="source"):
        capture("a.txt", b"Words that stand here.", source="Halide")
    assert held(session) == []


def test_the_same_attachment_in_two_mails_is_one_item_with_two_records(session, capture):
    from witnessmark.casefile.records import Item

    capture("1.eml", MAIL.encode())
    second = capture("2.eml", MAIL.replace("Subject: List", "Subject: Again").encode())
    assert [one.item for one in second.flat()] == ["E3", "E2"]
    assert Item.objects.get(number=2).collections.count() == 2


@pytest.mark.parametrize(
    "line", ["{}", '{"path": "a", "url": "http://x"}', '{"path": "a", "published": {"value": "soon"}}', "[" * 5000]
)
def test_a_line_of_a_list_that_makes_no_sense_is_told_with_its_number(tmp_path, line):
    from witnessmark.casefile.flows.captures_list import read_list

    (tmp_path / "list.jsonl").write_bytes(b'\xef\xbb\xbf{"path": "a.txt"}\r\n' + line.encode())
    with pytest.raises(WitnessmarkError, match="line 2"):
        list(read_list(tmp_path / "list.jsonl"))
