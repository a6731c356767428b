from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from witnessmark.custody.authority import LocalAuthority
from witnessmark.custody.note import NoteKey


@pytest.fixture
def signing_key():
    return Ed25519PrivateKey.from_private_bytes(sha256(b"a key for tests").digest())


@pytest.fixture
def other_key():
    return Ed25519PrivateKey.from_private_bytes(sha256(b"somebody else's key").digest())


@pytest.fixture
def log_key(signing_key):
    return NoteKey("office.example/log", signing_key)


@pytest.fixture(scope="session")
def authority(tmp_path_factory):
    made = LocalAuthority(tmp_path_factory.mktemp("authority"))
    made.create()
    return made
