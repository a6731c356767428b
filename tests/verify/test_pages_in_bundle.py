import time

import pytest
from verify_sample import page


@pytest.fixture
def shown(bench):
    """Put other HTML into a page, seal anew, and return the faults."""

    def ask(path, old, new):
        file = bench.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        bench.resealed()
        return bench.faults()

    return ask


@pytest.mark.parametrize(("old", "new"), [
    ("saw 3 lorries", "saw 30 lorries"), ('<div class="source">', '<div class="other">'),
    ('<div class="source">', '<div class="source">nothing</div><div class="source">'),
    ('<div class="source">', '<div class="source">more '), ('<mark id="p-0">Witness', 'Witness<mark id="p-0">'),
    ("<q>Witness", "<q>No witness"), ("<strong>S2</strong>", "<strong>S1</strong>"), ("<strong>S2</strong>", "<strong>S9</strong>"),
    ('<ul class="statements">', '<ul class="others">'),
])  # fmt: skip
def test_a_page_that_shows_other_words_or_places_than_the_evidence_is_found(shown, old, new):
    code, faults = shown("passages/E1.html", old, new)
    assert code == 1
    assert {fault for fault, _ in faults} == {"page-disagrees"}
    assert all(where.startswith("passages/E1.html") for _, where in faults)


@pytest.mark.parametrize(("old", "new"), [
    ("<q>Witness 1-0", "<q>Witness 9"), ("<q>Witness 1-0", "<q>…"), ("E1.html#p-0", "E1.html"), ("E1.html#p-0", "E2.html#p-0"),
    (">S1 in E1<", ">S4 in E2<"), (">S1 in E1<", ">S99<"),
])  # fmt: skip
def test_a_footnote_with_other_words_or_that_leads_elsewhere_is_found(shown, old, new):
    code, faults = shown("index.html", old, new)
    assert code == 1
    assert {fault for fault, _ in faults} == {"page-disagrees"}


def test_a_footnote_may_cut_a_quote_at_its_end_and_say_so(shown):
    assert shown("index.html", " – том, 关押.</q>", " …</q>") == (0, [])


def test_a_footnote_may_not_cut_a_quote_in_silence(shown):
    assert shown("index.html", " – том, 关押.</q>", "</q>")[0] == 1


def test_marks_entities_and_white_space_on_a_page_change_nothing(shown):
    assert shown("passages/E1.html", "saw 4", '<span id="x" title="a &gt; b">saw</span>\n &#52;') == (0, [])


@pytest.mark.parametrize("path", ["passages/E1.html", "passages/E3.html"])
def test_an_item_without_a_page_is_found(bench, path):
    (bench.folder / path).unlink()
    bench.resealed()
    assert ("page-disagrees", path) in bench.faults()[1]


@pytest.mark.parametrize(("html", "code"), [
    ('<a href="passages/E1.html#p-99">1</a>', "dead-link"), ('<a href="passages/E9.html">1</a>', "dead-link"),
    ('<a href="../../etc/passwd">1</a>', "dead-link"), ('<a href="#nowhere">1</a>', "dead-link"),
    ('<img src="none.png">', "dead-link"), ('<img src="verify.py">', "dead-link"),
    ('<img src="https://tracker.example/a.png">', "remote-resource"), ('<a href="https://source.example/">1</a>', "remote-resource"),
    ('<a href="//x.example/">1</a>', "remote-resource"), ('<a href="javascript:alert(1)">1</a>', "remote-resource"),
    ('<a href="data:text/html,x">1</a>', "remote-resource"), ('<a href="/etc/passwd">1</a>', "remote-resource"),
    ('<img src="\\\\x.example\\a.png">', "remote-resource"), ('<img src="ht\ntps://x.example/a.png">', "remote-resource"),
    ('<img src=" https://x.example/a.png">', "remote-resource"), ('<a href="&#104;ttps://x.example/">1</a>', "remote-resource"),
    ('<a href="">1</a>', "remote-resource"), ('<a href="mailto:a@b.example">1</a>', "remote-resource"),
])  # fmt: skip
def test_a_link_that_leads_nowhere_or_out_of_the_bundle_is_a_fault(shown, html, code):
    assert shown("index.html", "</body>", html + "</body>") == (1, [(code, "index.html")])


@pytest.mark.parametrize("html", [
    "<script>x</script>", '<script src="a.js"></script>', '<iframe srcdoc="x"></iframe>', '<object data="x"></object>',
    '<embed src="x">', '<form action="x"></form>', '<button formaction="x">1</button>', '<base href="x">',
    '<link rel="preload" imagesrcset="x 1x">', '<svg><use href="x"></use></svg>', '<p onclick="x">1</p>', '<p style="x">1</p>',
    '<img srcset="x 1x">', '<p hidden="">1</p>', '<meta http-equiv="refresh" content="0;url=x">', '<meta charset="utf-7">',
    '<input type="image" src="x">', "<template></template>", "<noscript></noscript>", '<a href="#x" ping="x">1</a>',
    "<title><a>1</a></title>",
])  # fmt: skip
def test_an_element_or_attribute_that_could_do_something_is_a_fault(shown, html):
    assert shown("index.html", "</body>", html + "</body>") == (1, [("active-content", "index.html")])


@pytest.mark.parametrize(("old", "new"), [
    ("</body>", "<!-- x --></body>"), ("</body>", "<!--><p>--></body>"), ("</body>", "<p></body>"), ("</body>", "</p></body>"),
    ("</html>\n", '</html>\n<img src="x" '), ("</body>", "<p a='b\"'>1</p></body>"), ("</body>", '<p "id="x">1</p></body>'),
    ("</body>", "<p id=x>1</p></body>"), ("</body>", "<P>1</P></body>"), ("</body>", '<p id="a" id="b">1</p></body>'),
    ("</body>", '<p\tid="a">1</p></body>'), ("</body>", "1 > 2</body>"), ("</body>", "<style>p{}</style></body>"),
    ("<!DOCTYPE html>", "<!doctype html>"), ("<!DOCTYPE html>", "\ufeff<!DOCTYPE html>"), ("</html>", "</html><p>1</p>"),
    ("<body>", "<p>1</p><body>"), ("</style>", "</style >"), ("<h1>", "<![CDATA[x]]><h1>"),
])  # fmt: skip
def test_mark_up_that_could_be_read_in_two_ways_is_a_fault(shown, old, new):
    assert shown("index.html", old, new) == (1, [("wrong-markup", "index.html")])


def test_a_page_that_is_not_utf_8_is_a_fault(bench):
    for data in (b"\xff\xfe" + "<script>".encode("utf-16-le"), page("x").encode() + b"\xff"):
        (bench.folder / "index.html").write_bytes(data)
        bench.resealed()
        assert ("wrong-markup", "index.html") in bench.faults()[1]


@pytest.mark.parametrize(("old", "new"), [
    ('<meta charset="utf-8">\n', ""), ('charset="utf-8"', 'charset="utf-7"'), ("default-src 'none'", "default-src 'self'"),
    ("default-src 'none'; ", ""), ("base-uri 'none'; ", ""), ("; form-action 'none'", ""), ("style-src 'sha256-", "style-src 'sha256-A"),
    ("style-src '", "style-src 'unsafe-inline' '"), ("form-action 'none'", "form-action 'none'; img-src https:"),
    ("form-action 'none'", "form-action 'none'; script-src 'self'"), ("form-action 'none'", "form-action 'none'; form-action 'none'"),
    ('http-equiv="Content-Security-Policy"', 'name="robots"'), ("p{margin:0}", "p{margin:1px}"),
])  # fmt: skip
def test_a_page_with_another_policy_is_a_fault(shown, old, new):
    code, faults = shown("index.html", old, new)
    assert code == 1
    assert set(faults) == {("wrong-policy", "index.html")}


@pytest.mark.parametrize("style", [
    "p{background:url(https://x.example/a)}", "p{background:URL(x)}", '@import "x";', 'p{background:image-set("x" 1x)}',
    "p{background:u\\72l(x)}", "p{background:\\000075rl(x)}", "@import/**/'x';", "p{color:\\x}",
])  # fmt: skip
def test_a_style_sheet_that_could_fetch_is_a_fault(bench, monkeypatch, style):
    monkeypatch.setattr("verify_sample.STYLE", style)
    (bench.folder / "record" / "methodology.html").write_text(page("x"), encoding="utf-8")
    bench.resealed()
    assert bench.faults() == (1, [("remote-resource", "record/methodology.html")])


@pytest.mark.parametrize("path", [
    "record/x.xhtml", "record/x.svg", "record/x.HTML", "record/x.mhtml", "x.js", "evidence/E9.html", "evidence/E9.svg", "style.css",
    "more/E1.txt", "proofs/other.json", "record/more/x.html", "evidence/x.txt",
])  # fmt: skip
def test_a_file_without_a_place_in_a_release_is_a_fault_though_it_is_signed(bench, path):
    (bench.folder / path).parent.mkdir(exist_ok=True)
    (bench.folder / path).write_text("<script>x</script>")
    bench.resealed()
    assert ("unknown-file", ascii(path)) in bench.faults()[1]


@pytest.mark.parametrize("path", ["evidence/E99.txt", "passages/E99.html"])
def test_a_file_of_no_item_is_a_fault_though_it_is_signed(bench, path):
    (bench.folder / path).write_text(page("a name"), encoding="utf-8")
    bench.resealed()
    assert ("extra", ascii(path)) in bench.faults()[1]


@pytest.mark.parametrize("tail", [
    "<a " * 200_000, '<a "' * 50_000, "<!--" * 80_000, "<style>" * 20_000, "<p>" * 100_000, "<a " + "a" * 300_000, "&#" + "9" * 300_000,
    '<a href="' + "a/" * 200_000 + '">', "<p" + ' a="b"' * 100_000 + ">", "</p" * 100_000,
])  # fmt: skip
@pytest.mark.parametrize("signed", [True, False])
def test_mark_up_made_to_stall_the_check_does_not(bench, tail, signed):
    index = bench.folder / "index.html"
    index.write_text(index.read_text(encoding="utf-8").replace("</body>", tail), encoding="utf-8")
    if signed:
        bench.resealed()
    start = time.perf_counter()
    assert bench.verdict()[0] == 1
    assert time.perf_counter() - start < 5


def test_pages_of_a_bundle_whose_seal_is_broken_are_not_read_and_the_verdict_says_so(bench):
    (bench.folder / "index.html").write_text("<script>x</script>")
    code, told = bench.verdict()
    assert code == 1
    assert [fault["code"] for fault in told["faults"]] == ["changed"]
    assert any(line.startswith("pages and links:") for line in told["not_checked"])


def test_what_is_compared_with_nothing_is_named_in_every_verdict(bench):
    told = " ".join(bench.verdict()[1]["not_checked"])
    for words in ("report.pdf", "prose", "record/", "how pages look", "verify.py"):
        assert words in told
