import re
import subprocess

import pikepdf
import pytest

from witnessmark.release.build import build_release
from witnessmark.release.errors import MissingFontError


@pytest.fixture(scope="module")
def folder(case, tmp_path_factory):
    return build_release(case.plan, tmp_path_factory.mktemp("release") / "report").folder


def test_the_pdf_is_tagged_titled_and_without_a_date(folder):
    with pikepdf.open(folder / "report.pdf") as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en"
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert "night of the buses" in str(metadata["dc:title"])
        assert "/Author" not in pdf.docinfo


def test_only_shipped_fonts_are_in_it(folder):
    told = subprocess.run(["pdffonts", folder / "report.pdf"], capture_output=True, check=True, text=True).stdout
    names = {line.split()[0].partition("+")[2] for line in told.splitlines()[2:]}
    assert names
    assert all(name.startswith("Noto") for name in names)
    assert all(" yes yes " in re.sub(r" +", " ", line) for line in told.splitlines()[2:])


def test_page_and_pdf_have_the_same_footnotes(folder):
    told = subprocess.run(["pdftotext", folder / "report.pdf", "-"], capture_output=True, check=True, text=True).stdout
    page = (folder / "index.html").read_text()
    assert len(re.findall(r'<li id="fn-', page)) == 13
    for number in range(1, 14):
        href = re.search(rf'<li id="fn-{number}".*?href="(passages[^"]*)"', page, re.DOTALL)[1]
        if "withheld" not in href:
            assert href in "".join(told.split()), number


def test_a_script_without_a_font_stops_the_release_and_leaves_nothing(case, tmp_path):
    source = case.plan.source.replace("Publish the list.", "Publish the list \ue123.")
    with pytest.raises(MissingFontError, match=r"U\+E123"):
        build_release(case.changed(source=source, font_dirs=()), tmp_path / "report")
    assert list(tmp_path.iterdir()) == []


def test_typesetting_commands_in_the_text_are_words(case, tmp_path):
    source = case.plan.source.replace("Publish the list.", 'Publish #panic("x") and $x$ \\\\ "#read(\\"a\\")" \\*.')
    told = subprocess.run(
        ["pdftotext", build_release(case.changed(source=source), tmp_path / "report").folder / "report.pdf", "-"],
        capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip
    assert '#panic("x")' in told
