import csv
import datetime as dt
import subprocess
import wave
from email import message_from_bytes, policy

import pytest
from PIL import ExifTags, Image

MARKS = ("TRAINING EXERCISE", "Учебное упражнение")
SIZE_LIMIT = 6_000_000


def test_sha256sum_agrees_with_every_committed_source(demo):
    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=demo, check=False, capture_output=True, text=True
    )
    assert checked.returncode == 0, checked.stdout


def test_the_sums_name_every_source_and_nothing_else(demo):
    named = {line.split("  ")[1] for line in (demo / "SHA256SUMS").read_text().splitlines()}
    assert named == {f"sources/{path.name}" for path in (demo / "sources").iterdir()}


def test_the_sources_stay_small(demo):
    assert sum(path.stat().st_size for path in (demo / "sources").iterdir()) < SIZE_LIMIT


def test_every_source_with_words_says_that_it_is_invented(texts):
    wordless = {"E8", "E16", "E17", "E22"}
    unmarked = [item for (item, kind), text in texts.items() if not any(mark in text for mark in MARKS) and not kind]
    assert set(unmarked) == wordless


def test_every_capture_says_that_it_is_invented(captures):
    assert all("TRAINING EXERCISE" in capture["context"] for capture in captures)


def test_no_address_leads_anywhere(captures):
    hosts = [capture["address"].split("/")[2] for capture in captures if "address" in capture]
    assert hosts
    assert all(host.endswith(".example") for host in hosts)


def test_every_captured_file_and_picture_exists(demo, captures):
    paths = [capture[key] for capture in captures for key in ("path", "screenshot") if key in capture]
    assert [path for path in paths if not (demo / path).is_file()] == []
    assert {path.removeprefix("sources/") for path in paths} == {path.name for path in (demo / "sources").iterdir()}


def test_every_file_name_carries_its_item_number(item_files):
    assert all(path.name.startswith(f"{int(item[1:]):02d}-") for item, path in item_files.items())


def test_every_collection_time_has_an_offset(captures):
    assert all(dt.datetime.fromisoformat(capture["collected_at"]).tzinfo for capture in captures)


def test_the_two_testimonies_and_the_reply_that_names_a_witness_are_protected(captures):
    assert [capture["source"] for capture in captures if capture["protected"]] == ["O11", "O12", "O2"]


def test_the_scan_has_no_text_and_the_photograph_a_camera_date_two_days_late(item_files):
    assert item_files["E8"].read_bytes().startswith(b"\x89PNG")
    with Image.open(item_files["E16"]) as picture:
        exif = picture.getexif()
    assert exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] == "2031:03:16 07:42:10"
    assert exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] == "S"


def test_the_recording_lasts_three_seconds(item_files):
    with wave.open(str(item_files["E17"])) as recording:
        assert recording.getnframes() / recording.getframerate() == pytest.approx(3)


def test_the_letter_carries_a_table_of_31_petitions_of_which_4_were_answered(item_files):
    message = message_from_bytes(item_files["E12"].read_bytes(), policy=policy.default)
    [attachment] = message.iter_attachments()
    rows = list(csv.DictReader(attachment.get_content().splitlines()))
    petitions = [row for row in rows if row["petition"].isdigit()]
    assert len(petitions) == 31
    assert sum(bool(row["answered"]) for row in petitions) == 4
    assert all(row["filed"] < row["answered"] for row in petitions if row["answered"])
    assert {"2031-03-24", "2031-05-30"} <= {row["filed"] for row in petitions}


def test_two_rows_of_the_facilities_are_ragged_and_the_known_beds_sum_to_4145(item_files):
    rows = list(csv.reader(item_files["E14"].read_text().splitlines()))
    assert [row[0] for row in rows if len(row) != len(rows[0])] == ["Renewal Centre No. 6", "Renewal Centre No. 7"]
    assert sum(int(row[3]) for row in rows[1:] if row[3].isdigit()) == 4145


def test_the_copy_prints_a_weekday_that_the_calendar_denies(texts):
    assert dt.date(2031, 3, 14).strftime("%A") == "Friday"
    assert "Friday, 14 March 2031" in texts["E1", ""]
    assert "Saturday, 14 March 2031" in texts["E3", ""]
