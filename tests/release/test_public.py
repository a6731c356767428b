from dataclasses import replace

import msgspec
import pytest

from witnessmark.evidence.protected import Protected, ProtectedPerson
from witnessmark.evidence.snapshot import Evidence, Investigation, from_json
from witnessmark.evidence.sources import Consent, Item, Link, Source
from witnessmark.evidence.text import Text, Tool
from witnessmark.manuscript.check import check
from witnessmark.manuscript.parse import parse
from witnessmark.manuscript.waivers import make_waiver
from witnessmark.release.build import build_release
from witnessmark.release.errors import RedactionError, ReleaseRefusedError
from witnessmark.release.public import public_snapshot
from witnessmark.release.publication import publish
from witnessmark.release.redaction import Redaction

NAME = (Redaction(label="name", quote="Amina"),)
NOBODY = Protected()


def evidence(*items, texts=(), sources=()):
    return Evidence(investigation=Investigation(name="x"), items=items, texts=texts, sources=sources)


def text(content, item="E1", name="T1"):
    return Text(id=name, item=item, kind="decoded", tool=Tool(name="t", version="1"), content=content)


def published(item, inside, redactions=(), protected=NOBODY, data=b"Amina said so"):
    return publish(item, inside, lambda name: data, redactions, protected)


def test_a_sound_file_that_would_need_redaction_is_withheld_whole():
    item = Item(id="E1", media_type="audio/wav", disclosure="redacted")
    one = published(item, evidence(item), (Redaction(label="voice", page=1, rect=(0, 0, 1, 1)),))
    assert (one.form, one.data) == ("withheld", b"")


@pytest.mark.parametrize("media_type", ["text/html", "message/rfc822", "text/csv", "image/svg+xml"])
def test_what_has_words_leaves_as_a_text_extract(media_type):
    item = Item(id="E1", media_type=media_type, disclosure="redacted", texts=("T1",))
    one = published(item, evidence(item, texts=(text("Amina said so"),)), NAME)
    assert (one.form, one.media_type, one.data) == ("extract", "text/plain", "█████ [redacted: name] said so".encode())


def test_a_redacted_item_without_any_redaction_is_refused():
    item = Item(id="E1", media_type="text/plain", disclosure="redacted", texts=("T1",))
    with pytest.raises(ReleaseRefusedError, match="nothing is named"):
        published(item, evidence(item, texts=(text("Amina"),)))


def test_a_misspelt_redaction_is_refused():
    item = Item(id="E1", media_type="text/plain", disclosure="redacted", texts=("T1",))
    with pytest.raises(RedactionError, match="stand in no text"):
        published(item, evidence(item, texts=(text("Anima said so"),)), NAME)


def test_a_protected_original_does_not_leave_whole():
    item = Item(id="E1", media_type="text/plain", disclosure="public", protected=True)
    with pytest.raises(ReleaseRefusedError, match="protected original"):
        published(item, evidence(item))


@pytest.mark.parametrize(
    "consent",
    [
        Consent(purpose="internal", decision="given"),
        Consent(purpose="publication_with_identity", decision="refused"),
        Consent(purpose="publication_without_identity", decision="given", revoked="2031-01-01"),
    ],
)
def test_consent_that_does_not_cover_publication_stops_it(consent):
    source = Source(id="O1", kind="person", name="W", consents=(consent,))
    item = Item(id="E1", media_type="text/plain", disclosure="public", source="O1")
    with pytest.raises(ReleaseRefusedError, match="beyond the consent"):
        published(item, evidence(item, sources=(source,)))


def snapshot(inside, cited=(), redactions=(), protected=NOBODY):
    made = {
        item.id: published(item, inside, redactions if item.disclosure == "redacted" else (), protected)
        for item in inside.items
    }
    return public_snapshot(inside, made, cited, {item.id: "0" * 64 for item in inside.items})


def test_why_something_is_tied_to_a_withheld_item_or_protected_source_is_not_told():
    source = Source(id="O5", kind="person", name="W-1", protected=True, reason="the baker", connection="the baker's son",
                    consents=(Consent(purpose="publication_without_identity", decision="given", asked_by="Jo"),))  # fmt: skip
    links = tuple(Link(relation="same_witness", to=to, reason="the baker") for to in ("E2", "O5"))
    inside = evidence(
        Item(id="E1", media_type="text/plain", disclosure="public", source="O5", links=links),
        Item(id="E2", media_type="text/plain", disclosure="withheld", source="O5", title="the baker"),
        sources=(source,),
    )
    told = msgspec.json.encode(snapshot(inside, ("E1", "E2")).evidence).decode()
    assert "baker" not in told
    assert "Jo" not in told
    assert "W-1" in told


def test_the_reason_of_a_link_is_redacted_like_its_item():
    links = (Link(relation="cites", to="E2", reason="names Amina as its witness"),)
    inside = evidence(
        Item(id="E1", media_type="text/plain", disclosure="public", links=links),
        Item(id="E2", media_type="text/plain", disclosure="redacted", texts=("T1",)),
        texts=(text("Amina said so", item="E2"),),
    )
    assert (
        snapshot(inside, redactions=NAME).evidence.items[0].links[0].reason
        == "names █████ [redacted: name] as its witness"
    )


def test_a_reply_is_cleared_of_protected_names_without_being_asked():
    from witnessmark.evidence.findings import Reply

    item = Item(id="E1", media_type="text/plain", disclosure="public", texts=("T1",))
    inside = msgspec.structs.replace(
        evidence(item, texts=(text("Amina is known"),)), replies=(Reply(id="RP1", request="RR1", item="E1"),)
    )
    protected = Protected((ProtectedPerson(source="O1", names=("Amina", "ئامىنە")),))
    one = published(item, inside, protected=protected)
    assert one.form == "extract"
    assert "Amina" not in one.data.decode()


def test_reviews_approaches_persons_places_and_incidents_stay_inside(case):
    from witnessmark.evidence.events import Person
    from witnessmark.evidence.findings import Approach, Review

    inside = msgspec.structs.replace(
        case.plan.evidence, persons=(Person(id="P1", name="Somebody"),),
        approaches=(Approach(id="AP1", who="a minister", when="2031", asks="withhold"),),
        reviews=(Review(id="RV1", sentence_sha256="a", evidence_sha256="b", by="x", at="y", verdict="signed"),),
    )  # fmt: skip
    made = {
        one.id: publish(one, inside, case.data.__getitem__, case.plan.redactions.get(one.id, ()), NOBODY)
        for one in inside.items
    }
    public = public_snapshot(inside, made, (), {one.id: "0" * 64 for one in inside.items}).evidence
    assert (public.persons, public.approaches, public.reviews) == ((), (), ())
    assert public.public


def test_a_waiver_still_holds_when_the_checks_run_on_what_was_published(case, tmp_path):
    source = case.plan.source.replace("taken by bus at night. [@S20; @S31]", "taken by bus at night. [@S20; @S21]")
    finding = msgspec.structs.replace(case.plan.evidence.findings[0], rests_on=("S20", "S21"))
    inside = msgspec.structs.replace(case.plan.evidence, findings=(finding,))
    problems = check(parse(source), inside).problems
    problem = next(one for one in problems if one.code == "WM201")
    waiver = make_waiver(problem, id="W17", by="R. Reviewer", at="2031-09-21T09:00:00+02:00", reason="attributed")
    inside = msgspec.structs.replace(inside, waivers=(waiver,))
    outcome = replace(check(parse(source), inside), problems=())
    folder = build_release(case.changed(source=source, evidence=inside, outcome=outcome), tmp_path / "report").folder
    again = check(
        parse((folder / "record" / "manuscript.md").read_text()), from_json((folder / "evidence.json").read_bytes())
    )
    assert [one.waiver.id for one in again.waived] == ["W1"]
    assert again.lapsed == ()
