import base64
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import textwrap
import zipfile
from dataclasses import replace
from hashlib import sha256

import msgspec
import pytest

from witnessmark.evidence.snapshot import from_json
from witnessmark.manuscript.check import Outcome
from witnessmark.manuscript.parse import parse
from witnessmark.manuscript.problems import Problem
from witnessmark.release.build import build_release
from witnessmark.release.errors import BundleError, ReleaseRefusedError
from witnessmark.text.passages import resolve_passage

PROTECTED = (
    "Zulfiya",
    "Tasheva",
    "زۇلپىيە",
    "تاشېۋا",
    "Gulbahar",
    "behind the mill",
    "Somebody Inside",
    "Interpreter Inside",
)


@pytest.fixture(scope="module")
def built(case, tmp_path_factory):
    return build_release(case.plan, tmp_path_factory.mktemp("release") / "report")


@pytest.fixture(scope="module")
def files(built):
    return {
        path.relative_to(built.folder).as_posix(): path.read_bytes()
        for path in built.folder.rglob("*")
        if path.is_file()
    }


def test_debians_sha256sum_accepts_the_sums(built):
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"],
        cwd=built.folder,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_sums_list_every_file_but_themselves_and_the_seal_in_byte_order(files):
    listed = [line[66:] for line in files["SHA256SUMS"].decode().splitlines()]
    assert listed == sorted(path for path in files if path != "SHA256SUMS" and not path.startswith("seal/"))


def test_debians_minisign_and_ssh_keygen_accept_the_seal(built, files, tmp_path):
    key = re.search(r"- minisign: `(\S+)`", files["VERIFY.md"].decode())[1]
    ssh = re.search(r"- SSH: `(ssh-ed25519 \S+)", files["VERIFY.md"].decode())[1]
    (tmp_path / "allowed").write_text(f"witnessmark-release {ssh}\n")
    subprocess.run(
        ["minisign", "-V", "-P", key, "-m", "SHA256SUMS", "-x", "seal/SHA256SUMS.minisig"],
        cwd=built.folder, check=True, capture_output=True,
    )  # fmt: skip
    subprocess.run(
        ["ssh-keygen", "-Y", "verify", "-f", tmp_path / "allowed", "-I", "witnessmark-release", "-n", "witnessmark-release",
         "-s", "seal/SHA256SUMS.sig"],
        cwd=built.folder, check=True, capture_output=True, input=files["SHA256SUMS"],
    )  # fmt: skip


def test_one_flipped_byte_is_refused_by_the_verifier_in_the_bundle(built, files, tmp_path):
    copy = shutil.copytree(built.folder, tmp_path / "report")
    data = bytearray(files["index.html"])
    data[len(data) // 2] ^= 1
    (copy / "index.html").write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-I", str(copy / "verify.py"), str(copy)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "index.html" in done.stdout


def test_the_same_plan_gives_the_same_bytes(case, built, tmp_path):
    again = build_release(case.plan, tmp_path / "report")
    assert again.archive.read_bytes() == built.archive.read_bytes()
    assert again.sums_sha256 == built.sums_sha256


def test_the_zip_holds_the_folder_with_one_date_and_mode(built, files):
    with zipfile.ZipFile(built.archive) as archive:
        members = archive.infolist()
        assert [member.filename for member in members] == [f"report/{path}" for path in sorted(files)]
        assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
        assert {member.external_attr >> 16 for member in members} == {0o100644}
        assert archive.read("report/index.html") == files["index.html"]


def test_the_verifier_accepts_the_zip(built):
    done = subprocess.run(
        [sys.executable, "-I", str(built.folder / "verify.py"), str(built.archive)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3, done.stdout


def test_no_protected_word_is_in_any_file_or_name(files):
    for path, data in files.items():
        for word in PROTECTED:
            assert word.encode() not in data, (path, word)
            assert word not in path


def test_no_protected_word_is_in_the_text_of_any_pdf(built, tmp_path):
    for path in built.folder.rglob("*.pdf"):
        told = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, text=True).stdout
        info = subprocess.run(["pdfinfo", path], capture_output=True, check=True, text=True).stdout
        assert not any(word in told + info for word in PROTECTED)


def test_no_digest_of_anything_protected_is_in_the_bundle(case, files):
    hidden = [case.data[name] for name in ("E9", "E13", "E20", "E21")]
    hidden += [text.content.encode() for text in case.plan.evidence.texts if text.item in {"E9", "E13", "E20"}]
    for data in hidden:
        digest = sha256(data).digest()
        for form in (digest.hex(), digest.hex().upper(), base64.b64encode(digest).decode().rstrip("=")):
            assert not any(form.encode() in held for held in files.values())


def test_the_reply_of_a_state_that_names_a_protected_person_leaves_as_pixels(files):
    snapshot = from_json(files["evidence.json"])
    reply = next(item for item in snapshot.items if item.id == snapshot.replies[0].item)
    assert reply.disclosure == "redacted"
    text = snapshot.index[reply.texts[0]].content
    assert "█████ [redacted: name of a protected person] is known" in text
    assert "Tewrash lies in Varqent District" in text


def test_public_originals_leave_untouched_under_inert_names(case, files):
    assert files["evidence/E1.html.txt"] == case.data["E7"]
    assert not [path for path in files if path.startswith("evidence/") and path.endswith((".html", ".svg", ".js"))]


def test_every_passage_of_the_public_snapshot_stands_in_its_text(files):
    snapshot = from_json(files["evidence.json"])
    shown = [one for one in snapshot.statements if not one.withheld]
    assert len(shown) == 5
    for one in shown:
        resolve_passage(one.passage, snapshot.index[one.passage.text])


def test_public_ids_are_continuous_in_the_order_of_first_citation(files):
    snapshot = from_json(files["evidence.json"])
    for records in (snapshot.items, snapshot.statements, snapshot.sources, snapshot.texts):
        assert [int(one.id[1:]) for one in records] == list(range(1, len(records) + 1))
    assert snapshot.items[0].title == "Buses came at night"


def test_what_is_uncited_and_withheld_leaves_no_trace(files):
    snapshot = from_json(files["evidence.json"])
    assert len(snapshot.items) == 7
    assert all(link.to in snapshot.index for item in snapshot.items for link in item.links)
    assert "Not Needed" not in files["evidence.json"].decode()
    assert "inside only" not in files["evidence.json"].decode()


def test_a_withheld_item_is_a_stub_with_a_commitment(files):
    snapshot = from_json(files["evidence.json"])
    stub = next(item for item in snapshot.items if item.disclosure == "withheld")
    assert (stub.title, stub.source, stub.sha256, stub.texts, stub.fingerprint) == ("Withheld", "", "", (), None)
    assert len(stub.commitment) == 64


def test_staff_machines_and_file_names_stay_inside(files):
    snapshot = from_json(files["evidence.json"])
    for record in (one for item in snapshot.items for one in item.collected):
        assert (record.collector, record.machine_address, record.file_name, record.sha256) == ("", "", "", "")


def test_the_public_manuscript_parses_with_the_public_ids_and_no_comment(files):
    source = files["record/manuscript.md"].decode()
    manuscript = parse(source)
    snapshot = from_json(files["evidence.json"])
    assert {one.id for one in manuscript.citations} <= set(snapshot.index)
    assert "<!--" not in source
    assert "author" not in source
    assert manuscript.title == "The night of the buses"


def test_a_waiver_is_bound_to_public_digests_and_printed(files):
    snapshot = from_json(files["evidence.json"])
    (waiver,) = snapshot.waivers
    sentences = {one.sha256 for one in parse(files["record/manuscript.md"].decode()).sentences}
    assert waiver.sentence_sha256 in sentences
    assert waiver.evidence_sha256 != "cd" * 32
    assert waiver.reason == "attributed, see S1"
    assert b"attributed, see S1" in files["record/waivers.html"]


def test_passages_are_proved_in_items_that_are_published_whole_and_in_no_other(files):
    proofs = msgspec.json.decode(files["proofs/passages.json"])["passages"]
    snapshot = from_json(files["evidence.json"])
    whole = {one.id for one in snapshot.items if one.disclosure == "public"}
    assert {one.item for one in snapshot.statements} - whole
    assert {row["item"] for row in proofs} == whole & {one.item for one in snapshot.statements}
    assert {row["statement"] for row in proofs} == {one.id for one in snapshot.statements if one.item in whole}


def test_a_release_that_exists_is_never_overwritten(case, built):
    with pytest.raises(BundleError, match="never changes"):
        build_release(case.plan, built.folder)


def test_a_blocking_problem_stops_the_release(case, tmp_path):
    problem = Problem(code="WM907", name="placeholder", severity="B", message="a placeholder is left")
    with pytest.raises(ReleaseRefusedError, match="WM907"):
        build_release(case.changed(outcome=Outcome(problems=(problem,), ran={"WM907": 1})), tmp_path / "report")
    assert list(tmp_path.iterdir()) == []


def test_checks_that_never_ran_are_no_pass(case, tmp_path):
    with pytest.raises(ReleaseRefusedError, match="no check has run"):
        build_release(case.changed(outcome=Outcome()), tmp_path / "report")


def test_a_clock_without_zone_is_refused(case, tmp_path):
    with pytest.raises(ReleaseRefusedError, match="zone"):
        build_release(case.changed(clock="2031-09-22T10:00:00"), tmp_path / "report")


def test_a_protected_name_in_the_manuscript_stops_the_release(case, tmp_path):
    source = case.plan.source.replace("Publish the list.", "Publish the list of zulfiya\u00ad TASHEVA.")
    with pytest.raises(ReleaseRefusedError, match=r"protected source O3 in index\.html") as refused:
        build_release(case.changed(source=source), tmp_path / "report")
    assert "ulfiya" not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_publishing_beyond_consent_is_refused(case, tmp_path):
    items = tuple(
        msgspec.structs.replace(item, disclosure="redacted") if item.id == "E20" else item
        for item in case.plan.evidence.items
    )
    evidence = msgspec.structs.replace(case.plan.evidence, items=items)
    with pytest.raises(ReleaseRefusedError, match="beyond the consent"):
        build_release(case.changed(evidence=evidence), tmp_path / "report")


def test_a_kill_leaves_nothing_under_the_final_name_and_the_next_run_mends_it(case, built, tmp_path):
    script = textwrap.dedent("""
        import os, pickle, signal, sys
        from pathlib import Path
        from witnessmark.release import bundle
        files = {f"f{number}": b"x" * 1000 for number in range(50)}
        written = []
        real = os.fsync
        def fsync(handle):
            written.append(handle)
            if len(written) == 20:
                os.kill(os.getpid(), signal.SIGKILL)
            real(handle)
        os.fsync = fsync
        bundle.write_folder(files, bundle.building(Path(sys.argv[1])))
    """)
    out = tmp_path / "report"
    done = subprocess.run([sys.executable, "-c", script, str(out)], check=False, env={**os.environ})
    assert done.returncode == -signal.SIGKILL
    assert [path.name for path in tmp_path.iterdir()] == [".report.building"]
    again = build_release(case.plan, out)
    assert again.sums_sha256 == built.sums_sha256
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report", "report.zip"]


def test_a_release_without_exercise_carries_no_exercise_notice(case, tmp_path):
    investigation = msgspec.structs.replace(case.plan.evidence.investigation, exercise=False)
    evidence = msgspec.structs.replace(case.plan.evidence, investigation=investigation)
    release = build_release(replace(case.plan, evidence=evidence), tmp_path / "report")
    assert b"TRAINING EXERCISE" not in (release.folder / "index.html").read_bytes()


def test_every_page_of_an_exercise_says_so(files, built):
    for path, data in files.items():
        if path.endswith(".html"):
            assert "TRAINING EXERCISE — invented" in data.decode(), path
    told = subprocess.run(
        ["pdftotext", built.folder / "report.pdf", "-"], capture_output=True, check=True, text=True
    ).stdout
    pages = told.rstrip("\f").split("\f")
    assert all("TRAINING EXERCISE" in page for page in pages)


def test_pictures_that_are_published_whole_keep_their_bytes(case, files):
    assert files["evidence/E3.jpg"] == case.data["E12"]
    assert io.BytesIO(files["evidence/E3.jpg"]).read(2) == b"\xff\xd8"
