"""The command: `python3 verify.py BUNDLE --key KEY`."""

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from witnessmark.verify.archive import ZipBundle
from witnessmark.verify.bundle import Bundle, FolderBundle
from witnessmark.verify.examine import examine
from witnessmark.verify.faults import BrokenError, Findings
from witnessmark.verify.keys import ReleaseKey, parse_key
from witnessmark.verify.trust import Trust, merged, parse_fingerprint, parse_trust

_HELP = """\
Check a Witnessmark release: that nothing was changed since it was sealed, and by whom it was sealed.
Take this program, and the signer's key, from somewhere else than the bundle: a key inside proves nothing.

examples:
  python3 verify.py report-2031.zip --key office.pub
  python3 verify.py report-2031/ --fingerprint SHA256:g+EtRBlL3627LlF2ALVRsy3l1+r7g9gYptc2Db4tWis
  python3 verify.py report-2031/ --policy office-trust.json --json

exit codes: 0 all checked and the signer is the one given; 3 intact, but signer not checked; 1 broken; 2 wrong usage
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"verify: {message}\n")


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = _Parser(prog="verify", description=_HELP, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bundle", help="the folder of a release, or its zip")
    parser.add_argument("--key", metavar="FILE|STRING", help="the signer's public key: minisign or SSH, file or line")
    parser.add_argument("--fingerprint", metavar="SHA256:…", help="its fingerprint, as ssh-keygen prints it")
    parser.add_argument("--policy", metavar="FILE", help="keys and time stamp authorities that you trust (JSON)")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    return parser.parse_args(argv)


def _trust(options: argparse.Namespace) -> Trust:
    trust = Trust()
    for given in (options.key, options.policy):
        if given is not None and os.path.exists(given) and _lies_in(given, options.bundle):
            raise BrokenError(
                "wrong-signer", given, "a file of the bundle itself, which proves nothing", "one from outside"
            )
    if options.key is not None:
        trust = merged(trust, Trust(key=_key(options.key)))
    if options.fingerprint is not None:
        trust = merged(trust, Trust(fingerprint=parse_fingerprint(options.fingerprint)))
    if options.policy is not None:
        with open(options.policy, "rb") as stream:
            trust = merged(trust, parse_trust(stream.read(), options.policy))
    return trust


def _key(value: str) -> ReleaseKey:
    if os.path.exists(value):
        with open(value, encoding="utf-8") as stream:
            return parse_key(stream.read(), value)
    try:
        return parse_key(value, "--key")
    except BrokenError as error:
        raise BrokenError("wrong-key-form", "--key", value[:80], "a file that exists, or a public key") from error


def _opened(path: str) -> Bundle:
    return FolderBundle(path) if os.path.isdir(path) else ZipBundle(path)


def _lies_in(path: str, folder: str) -> bool:
    inner, outer = os.path.realpath(path), os.path.realpath(folder)
    return inner.startswith(outer + os.sep)


def show(findings: Findings) -> str:
    """Return the findings as text for a person."""
    lines = [f"{findings.bundle}: {findings.verdict}"]
    for title, rows in (
        ("FAULTS", findings.faults),
        ("checked", findings.checked),
        ("NOT checked", findings.not_checked),
    ):
        lines += [f"\n{title}:", *(f"  - {row}" for row in rows)] if rows else []
    if findings.signer:
        told = "the one given from outside" if findings.signer_checked else "only as the bundle itself says"
        lines.append(f"\nsigner: {findings.signer} ({told})" if findings.exit_code != 1 else "")
    return "\n".join("".join(map(_plain, line)) for line in "\n".join(lines).split("\n"))


def _plain(character: str) -> str:
    """Return a character as it may go to a terminal: what a bundle holds must not steer or disguise what is shown."""
    return character if character.isprintable() else ascii(character)[1:-1]


def main(argv: Sequence[str] | None = None) -> int:
    """Check one bundle and return the exit code: 0, 3, 1 or 2 (`--help` tells them)."""
    options = _arguments(sys.argv[1:] if argv is None else argv)
    if not os.path.isdir(options.bundle) and not os.path.isfile(options.bundle):
        print(f"verify: there is no folder or zip {options.bundle!a}", file=sys.stderr)
        return 2
    try:
        trust = _trust(options)
    except (BrokenError, OSError, ValueError) as error:
        print(f"verify: what you gave to trust cannot be used: {error}", file=sys.stderr)
        return 2
    findings = Findings(options.bundle)
    try:
        bundle = _opened(options.bundle)
    except BrokenError as error:
        findings.faults.append(error.fault)
    except OSError as error:
        findings.add("unreadable", options.bundle, str(error), "a bundle that can be read")
    else:
        examine(bundle, trust, findings)
        bundle.close()
    if _lies_in(__file__, options.bundle):
        findings.not_checked.append("this program: it lies in the bundle that it checks; take it from elsewhere")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a console that lacks a script must not stop the check
    print(json.dumps(findings.as_dict(), indent=1, ensure_ascii=True) if options.json else show(findings))
    return findings.exit_code
