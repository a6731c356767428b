"""The command line as a whole: help, exit codes, JSON anywhere, errors for people."""


def test_help_teaches_by_example_and_explains_exit_codes(wm):
    shown = wm("--help")
    assert shown.code == 0
    assert "witnessmark quote page.html" in shown.out
    assert "Exit codes" in shown.out


def test_every_command_has_help_with_an_example(wm):
    from witnessmark.cli.main import COMMANDS

    for command in COMMANDS:
        shown = wm(command, "--help")
        assert shown.code == 0, command
        assert f"witnessmark {command}" in shown.out.split("Usage:")[1].split("\n", 1)[1] or "verify.py" in shown.out, (
            command
        )


def test_an_unknown_command_is_a_usage_error(wm):
    assert wm("reed").code == 2


def test_without_a_case_the_error_says_what_to_do(wm):
    ran = wm("items")
    assert ran.code == 1
    assert "witnessmark init" in ran.err
    assert "Traceback" not in ran.err


def test_an_error_as_json_has_its_parts(wm):
    ran = wm("items", "--json")
    assert ran.data["what"] == "no case found"


def test_shared_options_may_stand_behind_the_command(wm, case):
    assert wm("items", "--case", case, "--json").data == []
    assert wm("--json", "--case", case, "items").data == []


def test_an_empty_case_says_what_to_do_next(wm, case):
    assert "witnessmark capture" in wm("--case", case, "items").out


def test_init_refuses_a_folder_that_holds_something(wm, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "precious").write_text("x")
    ran = wm("init", tmp_path / "full", "--name", "x")
    assert (ran.code, (tmp_path / "full" / "precious").read_text()) == (1, "x")


def test_init_refuses_keys_inside_the_case(wm, tmp_path):
    ran = wm("init", tmp_path / "case", "--name", "x", env={"WITNESSMARK_KEYS": str(tmp_path / "case" / "keys")})
    assert ran.code == 1
    assert "keys may not lie inside" in ran.err


def test_a_wrong_passphrase_is_told(wm, case, tmp_path):
    (tmp_path / "n.txt").write_text("Some words that stand here.")
    ran = wm("--case", case, "capture", tmp_path / "n.txt", env={"WITNESSMARK_PASSPHRASE": "wrong"})
    assert ran.code == 1
    assert "passphrase" in ran.err + ran.out
    assert wm("--case", case, "items", "--json").data == []


def test_no_passphrase_and_no_terminal_is_told(wm, case, tmp_path):
    (tmp_path / "n.txt").write_text("Some words that stand here.")
    ran = wm("--case", case, "capture", tmp_path / "n.txt", env={"WITNESSMARK_PASSPHRASE": ""}, stdin="")
    assert ran.code == 1
    assert "WITNESSMARK_PASSPHRASE" in ran.err + ran.out
