"""VERIFY.md: how anyone checks this release, with our verifier and with tools we did not write."""

from pathlib import Path

from witnessmark.release.seal import SealKeys

TEMPLATE = Path(__file__).with_name("VERIFY.template.md")
NOT_STAMPED = "This release carries no time stamp: its record says that none was obtained."
LOCAL = (
    "The authority of this release belongs to the office itself, for an exercise: its stamp shows how the check works and "
    "proves no date to others."
)
FOREIGN = "Get the root certificate from the authority itself; the copy in `proofs/tsa/` is for comparison."


def verify_md(*, title: str, version: str, keys: SealKeys, local_authority: bool) -> bytes:
    """Return VERIFY.md for this release, with exact commands."""
    told = (LOCAL if local_authority else FOREIGN) if keys.root else NOT_STAMPED
    text = TEMPLATE.read_text(encoding="utf-8")
    for name, value in {
        "{title}": title,
        "{version}": version,
        "{minisign}": keys.minisign_line,
        "{ssh}": keys.ssh_line,
        "{fingerprint}": keys.fingerprint,
        "{time stamp}": told,
    }.items():
        text = text.replace(name, value)
    if not keys.root:
        text = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("openssl ts"))
    return text.encode()
