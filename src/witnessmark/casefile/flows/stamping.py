"""Which authority stamps a release: none, one of the office's own, or one at an address a person named."""

from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

from witnessmark.casefile.errors import CaseError
from witnessmark.casefile.session import Session
from witnessmark.custody.authority import LocalAuthority
from witnessmark.custody.timestamps import fetch
from witnessmark.release.plan import TimeStampAuthority

#: Seconds to wait for an authority's answer.
PATIENCE = 30


@dataclass(frozen=True)
class RemoteAuthority:
    """An RFC 3161 authority behind an address, with the certificates by which its stamps are trusted (PEM)."""

    url: str
    root: bytes
    certificate: bytes

    def answer(self, asked: bytes) -> bytes:
        """Send a request and return the bare answer; a failure raises, and with it the release."""
        return fetch(self.url, asked, _post)


def authority_for(
    session: Session, choice: str, root: Path | None, certificate: Path | None
) -> TimeStampAuthority | None:
    """Return the authority for `none`, `local` or an http(s) address with its two certificates."""
    if choice == "none":
        return None
    if choice == "local":
        local = LocalAuthority(
            session.folder.keys / "authority", office=session.investigation.office or "Witnessmark exercise"
        )
        local.create()
        return local
    if not choice.startswith(("http://", "https://")) or root is None or certificate is None:
        raise CaseError(
            "this is not a time stamp authority", got=choice, expected="none, local, or an address with both certificates",
            do="Give --timestamp-root and --timestamp-certificate with the address",
        )  # fmt: skip
    return RemoteAuthority(choice, root.read_bytes(), certificate.read_bytes())


def _post(url: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
    """Send a request that a person asked for, and return status and body."""
    request = Request(url, data=body, headers=headers, method="POST")  # noqa: S310 - only http(s) gets here
    with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - the same
        return int(answer.status), answer.read()
