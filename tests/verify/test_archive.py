import io
import struct
import zipfile

import pytest


def packed(folder, *, top="release-1/", change=None):
    """Return the zip of a folder in the canonical form; `change(info)` may spoil a member."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            info = zipfile.ZipInfo(top + str(path.relative_to(folder)), (1980, 1, 1, 0, 0, 0))
            info.external_attr, info.create_system = 0o100644 << 16, 3
            if change:
                change(info)
            archive.writestr(info, path.read_bytes())
    return out.getvalue()


def sorted_zip(folder, **options):
    """As `packed`, members sorted by their whole name."""
    data = packed(folder, **options)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as archive:
        for info in sorted(source.infolist(), key=lambda info: info.filename):
            content = source.read(info)
            info.header_offset = 0
            archive.writestr(info, content)
    return out.getvalue()


@pytest.fixture
def verdict(bench, tmp_path):
    def ask(data):
        (tmp_path / "release.zip").write_bytes(data)
        return bench.faults(bundle=tmp_path / "release.zip")

    return ask


@pytest.fixture
def good(bench):
    return sorted_zip(bench.folder)


@pytest.mark.parametrize("top", ["release-1/", ""])
def test_the_zip_of_a_release_is_checked_like_its_folder(bench, verdict, top):
    assert verdict(sorted_zip(bench.folder, top=top)) == (0, [])


def test_a_deflated_member_is_refused_because_some_of_its_bits_decide_nothing(bench, verdict):
    code, faults = verdict(sorted_zip(bench.folder, change=deflated))
    assert code == 1
    assert {fault for fault, _ in faults} == {"non-canonical"}


def deflated(info):
    info.compress_type = zipfile.ZIP_DEFLATED


def test_bytes_all_over_the_zip_are_watched(verdict, good):
    for at in range(0, len(good), len(good) // 60):
        assert verdict(good[:at] + bytes([good[at] ^ 1 << at % 8]) + good[at + 1 :])[0] == 1, at


@pytest.mark.parametrize("change", [
    lambda data: b"#!/bin/sh\n" + data, lambda data: data + b"\n", lambda data: data[:-1], lambda data: b"", lambda data: b"PK", lambda data: data[:200],
])  # fmt: skip
def test_data_before_or_after_or_missing_is_refused(verdict, good, change):
    assert verdict(change(good))[0] == 1


def test_data_between_members_is_refused(verdict, good):
    end = good.rindex(b"PK\5\6")
    at = struct.unpack("<L", good[end + 16 : end + 20])[0]
    spoiled = good[:at] + b"hidden" + good[at:end] + good[end : end + 16] + struct.pack("<L", at + 6) + good[end + 20 :]
    assert verdict(spoiled)[0] == 1


@pytest.mark.parametrize("change", [
    lambda info: setattr(info, "external_attr", 0o120777 << 16), lambda info: setattr(info, "external_attr", 0o100755 << 16),
    lambda info: setattr(info, "date_time", (2031, 5, 2, 0, 0, 0)), lambda info: setattr(info, "comment", b"hello"),
    lambda info: setattr(info, "extra", b"\x99\x99\x01\x00x"), lambda info: setattr(info, "create_system", 0),
    lambda info: setattr(info, "external_attr", 0o060644 << 16), lambda info: setattr(info, "compress_type", zipfile.ZIP_BZIP2),
    lambda info: setattr(info, "filename", info.filename.replace("E1.txt", "../E1.txt")),
    lambda info: setattr(info, "filename", "/" + info.filename), lambda info: setattr(info, "filename", info.filename.replace("E1", "é1")),
    lambda info: setattr(info, "filename", info.filename.replace("/", "\\")),
])  # fmt: skip
def test_members_that_are_not_plain_files_in_plain_form_are_refused(bench, verdict, change):
    assert verdict(sorted_zip(bench.folder, change=change))[0] == 1


def test_a_link_in_the_zip_is_named(bench, verdict):
    def change(info):
        if info.filename.endswith("E1.txt"):
            info.external_attr = 0o120777 << 16

    assert ("symlink", "'release-1/evidence/E1.txt'") in verdict(sorted_zip(bench.folder, change=change))[1]


def test_a_member_that_stands_twice_is_refused(bench, verdict, good):
    out = io.BytesIO(good)
    info = zipfile.ZipInfo("release-1/index.html", (1980, 1, 1, 0, 0, 0))
    info.external_attr, info.create_system = 0o100644 << 16, 3
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(info, b"other")
    assert [code for code, _ in verdict(out.getvalue())[1]] == ["duplicate-member"]


def test_a_folder_entry_is_refused(bench, verdict, good):
    out = io.BytesIO(good)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(zipfile.ZipInfo("release-1/zfolder/", (1980, 1, 1, 0, 0, 0)), b"")
    assert verdict(out.getvalue())[0] == 1


def test_members_in_another_order_are_refused(bench, verdict, good):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as source, zipfile.ZipFile(out, "w") as archive:
        for info in reversed(source.infolist()):
            archive.writestr(info, source.read(info))
    assert ("non-canonical") in {code for code, _ in verdict(out.getvalue())[1]}


def test_a_bomb_is_refused_before_it_is_opened(bench, verdict):
    (bench.folder / "evidence" / "zeros.bin").write_bytes(bytes(80 << 20))
    assert [code for code, _ in verdict(sorted_zip(bench.folder, change=deflated))[1]] == ["zip-bomb"]


def test_a_header_that_lies_about_the_size_is_refused(verdict, good):
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        size = archive.getinfo("release-1/evidence.json").file_size
    central = good.rindex(b"release-1/evidence.json") - 46
    spoiled = good[: central + 24] + struct.pack("<L", size - 1) + good[central + 28 :]
    assert verdict(spoiled)[0] == 1


def test_every_byte_of_the_zips_own_headers_is_watched(verdict, good):
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        info = archive.infolist()[3]
    first = info.header_offset
    central, last = good.index(b"PK\1\2"), good.rindex(b"PK\1\2")
    for at in (*range(first, first + 30), *range(central, central + 46), *range(last, len(good))):
        assert verdict(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])[0] == 1, at


def test_a_member_whose_bytes_are_damaged_is_named(bench, verdict):
    data = sorted_zip(bench.folder)
    at = data.index(b"How to verify")
    assert ("unreadable", "'VERIFY.md'") in verdict(data[:at] + b"h" + data[at + 1 :])[1]


def test_something_else_under_the_name_of_a_zip_is_refused(verdict):
    assert verdict(b"%PDF-1.7 not a zip")[0] == 1
