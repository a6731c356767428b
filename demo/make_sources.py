"""Make the binary sources of the training case: `.venv/bin/python demo/make_sources.py [--screenshot]`.

The results are committed; `demo/SHA256SUMS` names their digests. Running it again on the same machine gives the same
bytes (fixed dates, fixed random seeds); other fonts or library versions may give other pixels, so the tests compare the
committed files and do not run this.
"""

import argparse
import hashlib
import sys
from pathlib import Path

from making import documents, media, tables

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"


def main(arguments: list[str]) -> int:
    """Write every binary source, then the digests of everything in `sources/`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--screenshot", action="store_true", help="also picture the news page anew (needs chromium)")
    wanted = parser.parse_args(arguments)
    documents.ngo_report(SOURCES / "06-empty-courtyards.pdf")
    documents.state_reply(SOURCES / "18-state-reply.pdf")
    documents.interview_record("testimony_oyqun.txt", SOURCES / "09-testimony-oyqun.docx", language="en-GB")
    documents.interview_record("testimony_w3.txt", SOURCES / "11-testimony-w3.ru.docx", language="ru-RU")
    media.scanned_directive(SOURCES / "08-directive-27-scan.png")
    media.photograph(SOURCES / "16-three-buses.jpg")
    media.sound(SOURCES / "17-recording.wav")
    tables.petitions_mail(SOURCES / "12-counsel-letter.eml")
    tables.statistics_workbook(SOURCES / "22-statistics-annex.ru.xlsx")
    if wanted.screenshot:
        media.screenshot(SOURCES / "01-northlight.html", SOURCES / "01-northlight.png")
    write_sums(SOURCES, HERE / "SHA256SUMS")
    return 0


def write_sums(folder: Path, sums: Path) -> None:
    """Write the digests of all files in `folder` in the form that `sha256sum --check` reads."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(sums.parent)}\n"
        for path in sorted(folder.iterdir())
    ]
    sums.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
