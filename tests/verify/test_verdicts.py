import json
from hashlib import sha256

import pytest

from witnessmark.custody import minisign, sshsig
from witnessmark.custody.note import NoteKey
from witnessmark.verify import main


@pytest.fixture
def stranger(sample):
    return sample.log_key.private.public_key().public_bytes_raw()


def test_with_the_key_from_outside_all_holds_and_the_verdict_says_what_was_not_checked(bench):
    code, told = bench.verdict()
    assert code == 0
    assert told["faults"] == []
    assert told["signer"] == sshsig.fingerprint(bench.sample.raw)
    assert told["signer_checked"] is True
    assert any("time stamp authority not checked" in line for line in told["not_checked"])
    assert any("true" in line for line in told["not_checked"])


def test_without_a_key_it_is_intact_but_the_signer_is_not_checked(bench):
    code, told = bench.verdict(key=False)
    assert code == 3
    assert told["verdict"] == "intact, but signer not checked"
    assert any(line.startswith("the signer") for line in told["not_checked"])


def test_every_form_of_the_right_key_is_taken(bench, tmp_path):
    raw = bench.sample.raw
    (tmp_path / "key.pub").write_text(minisign.public_key(raw).file)
    (tmp_path / "allowed").write_text(f"office {sshsig.public_line(raw)}\n")
    for key in (sshsig.public_line(raw), tmp_path / "key.pub", tmp_path / "allowed"):
        assert bench.verdict("--key", key, key=False)[0] == 0
    assert bench.verdict("--fingerprint", sshsig.fingerprint(raw), key=False)[0] == 0


def test_every_form_of_another_key_is_refused(bench, stranger):
    for options in (
        ("--key", sshsig.public_line(stranger)),
        ("--key", minisign.public_key(stranger).line),
        ("--fingerprint", sshsig.fingerprint(stranger)),
    ):
        code, told = bench.verdict(*options, key=False)
        assert code == 1
        assert "wrong-signer" in {fault["code"] for fault in told["faults"]}


def test_a_bundle_resealed_by_somebody_else_with_his_key_inside_is_refused(bench, sample):
    theirs = minisign.public_key(sample.log_key.private.public_key().public_bytes_raw())
    bench.edit_json("proofs/policy.json", lambda policy: policy.update(release_key=theirs.line))
    type(sample)(bench.folder, sample.log_key.private, sample.log_key, sample.authority).seal()
    assert bench.verdict(key=False)[0] == 3
    code, faults = bench.faults()
    assert code == 1
    assert ("wrong-signer", "seal/SHA256SUMS.minisig") in faults


def trust_file(path, **fields):
    path.write_text(json.dumps({"format": "witnessmark-trust/1", **fields}))
    return path


def test_a_policy_from_outside_can_name_signer_log_and_authority(bench, tmp_path):
    sample = bench.sample
    policy = trust_file(
        tmp_path / "trust.json",
        release_key=sshsig.fingerprint(sample.raw),
        log_key=sample.log_key.public.vkey,
        tsa=[sha256(sample.authority.certificate_der).hexdigest()],
    )
    code, told = bench.verdict("--policy", policy, key=False)
    assert code == 0
    assert any("trusted from outside" in line for line in told["checked"])
    assert not any("authority" in line or "key" in line for line in told["not_checked"])


def test_a_policy_without_signer_leaves_the_signer_unchecked(bench, tmp_path):
    policy = trust_file(tmp_path / "trust.json", log_key=bench.sample.log_key.public.vkey)
    assert bench.verdict("--policy", policy, key=False)[0] == 3


def test_a_policy_that_names_another_log_or_authority_breaks_the_bundle(bench, tmp_path):
    other = NoteKey("office.example/log", bench.sample.key).public.vkey
    for fields, expected in (({"log_key": other}, "wrong-signer"), ({"tsa": ["0" * 64]}, "foreign-stamp")):
        code, told = bench.verdict("--policy", trust_file(tmp_path / "trust.json", **fields))
        assert code == 1
        assert [fault["code"] for fault in told["faults"]] == [expected]


@pytest.mark.parametrize("fields", [
    {"release_key": "RWQ"}, {"release_key": 7}, {"log_key": "x"}, {"tsa": ["zz"]}, {"tsa": "x"}, {"unknown": 1},
    {"release_key": "SHA256:short"},
])  # fmt: skip
def test_a_policy_that_cannot_be_read_is_wrong_usage_not_a_pass(bench, tmp_path, fields):
    policy = trust_file(tmp_path / "trust.json", **fields)
    assert main([str(bench.folder), "--policy", str(policy)]) == 2


def test_a_key_or_policy_that_lies_in_the_bundle_is_wrong_usage(bench, tmp_path, capsys):
    (bench.folder / "record" / "office.pub").write_text(minisign.public_key(bench.sample.raw).file)
    trust_file(bench.folder / "record" / "trust.json", release_key=bench.sample.minisign_line)
    bench.resealed()
    (tmp_path / "link.pub").symlink_to(bench.folder / "record" / "office.pub")
    for option, path in (
        ("--key", bench.folder / "record" / "office.pub"),
        ("--key", tmp_path / "link.pub"),
        ("--policy", bench.folder / "record" / "trust.json"),
    ):
        assert main([str(bench.folder), option, str(path)]) == 2
        assert "proves nothing" in capsys.readouterr().err


def test_key_and_fingerprint_that_differ_are_wrong_usage(bench, stranger):
    arguments = ["--key", bench.sample.minisign_line, "--fingerprint", sshsig.fingerprint(stranger)]
    assert main([str(bench.folder), *arguments]) == 2


@pytest.mark.parametrize(
    "arguments", [["--key", ""], ["--key", "AAAA"], ["--fingerprint", "x"], ["--policy", "/nowhere"]]
)
def test_what_cannot_be_trusted_is_wrong_usage(bench, arguments):
    assert main([str(bench.folder), *arguments]) == 2


def test_a_key_file_that_is_not_there_is_told_as_such(bench, capsys):
    assert main([str(bench.folder), "--key", "offise.pub"]) == 2
    assert "got offise.pub; expected a file that exists" in capsys.readouterr().err


def test_a_bundle_that_is_not_there_is_wrong_usage(tmp_path, capsys):
    assert main([str(tmp_path / "nothing")]) == 2
    assert "there is no folder or zip" in capsys.readouterr().err


def test_a_device_is_no_bundle(capsys):
    assert main(["/dev/zero"]) == 2


@pytest.mark.parametrize("arguments", [[], ["a", "b"], ["--unknown", "a"]])
def test_wrong_arguments_exit_2(arguments):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_what_a_bundle_holds_cannot_steer_the_terminal(bench, capsys):
    bench.edit_json(
        "evidence.json", lambda record: record["statements"][0]["passage"].update(quote="\x1b[2J\u202eevil")
    )
    bench.resealed()
    main([str(bench.folder)])
    told = capsys.readouterr().out
    assert "\\x1b[2J\\u202eevil" in told
    assert "\x1b" not in told


def test_the_text_for_people_names_verdict_faults_and_signer(bench, capsys):
    main([str(bench.folder), "--key", bench.sample.minisign_line])
    told = capsys.readouterr().out
    assert "the one given from outside" in told
    assert "NOT checked:" in told
    (bench.folder / "index.html").unlink()
    main([str(bench.folder)])
    told = capsys.readouterr().out
    assert "BROKEN" in told
    assert "missing: index.html" in told
    assert "each as listed" not in told
