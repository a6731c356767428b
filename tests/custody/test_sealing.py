import pytest

from witnessmark.custody.errors import KeyRingError, SealError
from witnessmark.custody.sealing import new_key, open_sealed, seal_bytes
from witnessmark.custody.source_keys import SourceKeys, unwrap, wrap

KEY = bytes(range(32))


def test_sealed_bytes_open_with_key_and_purpose():
    assert open_sealed(KEY, seal_bytes(KEY, b"a name", b"O3/original"), b"O3/original") == b"a name"


def test_sealing_twice_gives_other_bytes_and_hides_the_words():
    first, second = seal_bytes(KEY, b"a name", b""), seal_bytes(KEY, b"a name", b"")
    assert first != second
    assert b"a name" not in first


def test_every_changed_byte_is_refused():
    sealed = seal_bytes(KEY, b"a name", b"O3")
    for at in range(len(sealed)):
        with pytest.raises(SealError):
            open_sealed(KEY, sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :], b"O3")


@pytest.mark.parametrize(
    ("key", "aad", "cut"), [(bytes(32), b"O3", 0), (KEY, b"O4", 0), (KEY, b"O3", 1), (KEY, b"O3", 30)]
)
def test_another_key_another_purpose_or_a_cut_is_refused(key, aad, cut):
    sealed = seal_bytes(KEY, b"a name", b"O3")
    with pytest.raises(SealError):
        open_sealed(key, sealed[: len(sealed) - cut], aad)


def test_a_key_of_another_length_is_refused():
    with pytest.raises(SealError, match="32 bytes"):
        seal_bytes(b"short", b"", b"")


def test_a_new_key_is_random():
    assert len(new_key()) == 32
    assert new_key() != new_key()


def test_a_wrapped_key_opens_for_its_source_alone():
    wrapped = wrap(KEY, "O3", b"k" * 32)
    assert unwrap(KEY, "O3", wrapped) == b"k" * 32
    for identities, source in ((KEY, "O4"), (bytes(32), "O3")):
        with pytest.raises(SealError):
            unwrap(identities, source, wrapped)


@pytest.fixture
def keys(tmp_path):
    return SourceKeys(tmp_path / "sources", lambda: KEY)


def test_a_source_keeps_its_key_and_sources_have_different_ones(keys):
    assert keys.get_or_create("O3") == keys.get("O3") == keys.get_or_create("O3")
    assert keys.get("O3") != keys.get_or_create("O4")
    assert {path.stat().st_mode & 0o777 for path in keys.folder.iterdir()} == {0o600}


def test_destroying_the_key_is_erasure_and_cannot_be_undone_by_mistake(keys, tmp_path):
    sealed = seal_bytes(keys.get_or_create("O3"), b"a name", b"O3")
    wrapped = (keys.folder / "O3.key").read_bytes()
    keys.destroy("O3")
    assert keys.destroyed("O3")
    assert all(wrapped[-16:] not in path.read_bytes() for path in keys.folder.iterdir())
    for ask in (keys.get, keys.get_or_create, keys.destroy):
        with pytest.raises(KeyRingError):
            ask("O3")
    assert b"a name" not in sealed


@pytest.mark.parametrize("source", ["../O3", "", "O3/..", ".hidden", "O 3"])
def test_what_is_no_source_id_is_refused(keys, source):
    with pytest.raises(KeyRingError):
        keys.get_or_create(source)
