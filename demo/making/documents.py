"""PDF and DOCX sources, with fixed dates so that the same words give the same bytes."""

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import docx
import typst
from docx.oxml.ns import qn

HERE = Path(__file__).resolve().parent
#: All documents of the training case claim this moment, far from any real collection time.
FIXED = dt.datetime(2031, 6, 1, 12, 0, tzinfo=dt.UTC)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def ngo_report(out: Path) -> None:
    """Write the report of the Basin Rights Monitor as a PDF of six pages with tables."""
    out.write_bytes(typst.compile(HERE / "empty_courtyards.typ"))


def state_reply(out: Path) -> None:
    """Write the State's reply as a PDF of two pages; page 1 names a protected person."""
    out.write_bytes(typst.compile(HERE / "reply.typ"))


def interview_record(words: str, out: Path, *, language: str) -> None:
    """Write a record of interview as DOCX, one paragraph per line of the file `words` in this folder."""
    document = docx.Document()
    run_properties = document.styles["Normal"].element.get_or_add_rPr()
    run_properties.get_or_add_rFonts().set(qn("w:cs"), "Noto Naskh Arabic")
    for line in (HERE / words).read_text(encoding="utf-8").splitlines():
        document.add_paragraph(line)
    properties = document.core_properties
    properties.author = "Documentation officer (invented)"
    properties.title = "Record of interview (TRAINING EXERCISE — invented)"
    properties.language = language
    properties.created = properties.modified = FIXED.replace(tzinfo=None)
    held = io.BytesIO()
    document.save(held)
    out.write_bytes(fixed_zip(held.getvalue()))


def fixed_zip(data: bytes) -> bytes:
    """Return the same archive without the time of writing, which both libraries put in behind our back.

    Every member is dated 1 January 1980, the zip format's own zero; the document's `modified` becomes `FIXED`.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, _MODIFIED.sub(rb"\g<1>" + f"{FIXED:%Y-%m-%dT%H:%M:%SZ}".encode(), old.read(name)))
    return out.getvalue()
