"""A time stamp authority of one's own (`openssl ts`), for exercises and tests: it proves nothing to others."""

import shutil
import ssl
import subprocess
from collections.abc import Sequence
from pathlib import Path

from witnessmark.custody.errors import TimeStampError
from witnessmark.custody.timestamps import bare

#: The certificates outlast any exercise.
_DAYS = "3650"
_CONFIG = """\
[req]
prompt = no
distinguished_name = name
[name]
O = {office}
CN = {common}
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[stamp]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[tsa]
default_tsa = own
[own]
dir = {folder}
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


class LocalAuthority:
    """An authority in a folder: a root certificate and a time stamp certificate, ECDSA on P-256.

    A token carries the time stamp certificate alone: a set of one is always in DER order, which strict readers demand.
    """

    def __init__(self, folder: Path, *, office: str = "Witnessmark exercise") -> None:
        self.folder, self.office = folder.absolute(), office

    @property
    def root(self) -> bytes:
        """Return the root certificate (PEM), to be trusted from outside."""
        return (self.folder / "root.pem").read_bytes()

    @property
    def certificate(self) -> bytes:
        """Return the time stamp certificate (PEM)."""
        return (self.folder / "tsa.pem").read_bytes()

    @property
    def certificate_der(self) -> bytes:
        """Return the time stamp certificate (DER), whose SHA-256 a policy lists."""
        return ssl.PEM_cert_to_DER_cert(self.certificate.decode("ascii"))

    def create(self) -> None:
        """Make keys and certificates; an authority that exists is left as it is."""
        if (self.folder / "tsa.pem").exists():
            return
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, common in (("root", "root"), ("tsa", "time stamps")):
            text = _CONFIG.format(office=self.office, common=f"{self.office}: {common}", folder=self.folder)
            (self.folder / f"{name}.cnf").write_text(text, encoding="utf-8")
        (self.folder / "serial").write_text("01\n", encoding="ascii")
        self._make_root()
        self._make_stamp()

    def _make_root(self) -> None:
        key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "root.key")
        self._openssl(
            "req", "-x509", *key, "-config", "root.cnf", "-extensions", "root", "-days", _DAYS, "-out", "root.pem"
        )

    def _make_stamp(self) -> None:
        key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "tsa.key")
        self._openssl("req", "-new", *key, "-config", "tsa.cnf", "-out", "tsa.csr")
        signer = ("-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-days", _DAYS)
        self._openssl(
            "x509", "-req", "-in", "tsa.csr", *signer, "-extfile", "tsa.cnf", "-extensions", "stamp", "-out", "tsa.pem"
        )

    def answer(self, asked: bytes) -> bytes:
        """Return the bare DER TimeStampResp to a DER TimeStampReq; the time is this machine's clock."""
        query, reply = self.folder / "query.tsq", self.folder / "reply.tsr"
        query.write_bytes(asked)
        try:
            self._openssl("ts", "-reply", "-config", "tsa.cnf", "-queryfile", query.name, "-out", reply.name)
            return bare(reply.read_bytes())
        finally:
            query.unlink(missing_ok=True)
            reply.unlink(missing_ok=True)

    def _openssl(self, *arguments: str) -> None:
        _run(self.folder, arguments)


def _run(folder: Path, arguments: Sequence[str]) -> None:
    program = shutil.which("openssl")
    if program is None:
        raise TimeStampError("openssl is not installed", do="Install the Debian package openssl")
    done = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        what = f"openssl {arguments[0]} failed"
        raise TimeStampError(
            what, where=str(folder), got=done.stderr.strip()[-300:], do="Look at the message of openssl"
        )
