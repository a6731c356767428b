"""The canonical text of a page is what a reader sees, derived from its elements alone."""

import subprocess

import pytest

from witnessmark.evidence.dates import PartialDate
from witnessmark.reading.extract import extract
from witnessmark.reading.lines import STORY_LABELS, label_lines


def read(body: str, head: str = "", **options: str):
    return extract(
        f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>".encode(), "text/html", **options
    )


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Three  men\n were <b>held</b>.</p><p>Why?</p>", "Three men were held.\n\nWhy?"),
        ("<div>a</div><div>b<br>c</div>", "a\nb\nc"),
        ("<p>seen<span style='display: none'> not</span> here</p>", "seen here"),
        ("<p>a</p><script>x()</script><style>p{}</style><template>t</template><noscript>n</noscript><p hidden>h</p>", "a"),
        ("<p>a<!-- no -->b</p>", "ab"),
        ("<table><tr><th>Place</th><th>Held</th></tr><tr><td>A<p>x</p></td><td>3</td></tr></table>", "Place\tHeld\nA x\t3"),
        ("<table><tr><td><p>One.</p><p>Two.</p><p>Three.</p></td></tr></table>", "One.\n\nTwo.\n\nThree."),
        ("<figure><img alt='The gate at dusk'><figcaption>The gate.</figcaption></figure>", "The gate at dusk\n\nThe gate."),
        ("<p>text <img alt='a seal'> goes on</p>", "text goes on\na seal"),
        ("<pre>a  b\n  c</pre>", "a  b\n  c"),
        ("<p>قال <bdi>Ann</bdi> \u202bنعم\u202c</p>", "قال Ann \u202bنعم\u202c"),
        ("<p>a&nbsp;b&shy;c</p>", "a\u00a0b\u00adc"),
        ("<ul><li>one</li><li><p>two</p></li></ul>", "one\n\ntwo"),
        ("<p>He said <q>no</q>.</p>", "He said “no”."),
        ("", ""),
    ],
)  # fmt: skip
def test_blocks_become_lines(body, text):
    assert read(body).content == text


def test_the_same_bytes_give_the_same_text():
    assert read("<p>a</p><div>b</div>") == read("<p>a</p><div>b</div>")


def test_hidden_text_is_counted():
    assert any("1 parts" in note for note in read("<p>a</p><p hidden>secret</p><div hidden></div>").notes)


@pytest.mark.parametrize(
    ("encoding", "declared"), [("windows-1251", "utf-8"), ("gb18030", "windows-1252"), ("utf-8", "gb2312"), ("utf-16", "utf-8"), ("big5", "iso-8859-1")]
)  # fmt: skip
def test_a_page_with_a_lying_charset_is_read_right(encoding, declared):
    text = {"gb18030": "当局表示，三名男子在新疆被拘留。", "big5": "當局表示，三名男子在新疆被拘留。"}.get(
        encoding, "Полиция задержала троих человек."
    )
    page = f"<html><head><meta charset='{declared}'></head><body><p>{text}</p></body></html>"
    extraction = extract(page.encode(encoding), "text/html")
    assert extraction.content == text
    assert any("declared" in note for note in extraction.notes)


def test_a_charset_of_the_carrier_is_used():
    raw = "<p>Complètement détenus</p>".encode("windows-1252")
    assert extract(raw, "text/html; charset=windows-1252").content == "Complètement détenus"


@pytest.mark.parametrize(
    ("head", "value", "precision"),
    [
        ('<meta property="article:published_time" content="2031-05-02T10:11:12+05:00">', "2031-05-02T10:11+05:00", "minute"),
        ('<script type="application/ld+json">{"@graph":[{"@type":"X"},{"datePublished":"2031-05-02T10:11Z"}]}</script>', "2031-05-02T10:11+00:00", "minute"),
        ('<meta name="date" content="2031-05-02">', "2031-05-02", "day"),
        ('<meta name="pubdate" content="Fri, 02 May 2031 10:11:00 +0300">', "2031-05-02T10:11+03:00", "minute"),
    ],
)  # fmt: skip
def test_the_date_of_publication_keeps_its_zone_and_precision(head, value, precision):
    published = read("<p>a</p>", head).published
    assert isinstance(published, PartialDate)
    assert (published.value, published.precision) == (value, precision)


def test_broken_json_and_unknown_dates_give_no_date():
    assert (
        read(
            "<p>a</p>", '<script type="application/ld+json">{"datePublished":</script><meta name=date content=soon>'
        ).published
        is None
    )


def test_title_and_language_are_what_the_page_says():
    extraction = read("<h1>Three men held</h1>", "<title>Three men held | Herald</title>")
    assert (extraction.title, extraction.language) == ("Three men held", "en")


def test_parts_that_name_themselves_are_furniture_and_the_story_in_them_is_not():
    told = "Police said on Monday that three men had been held since May in the old school near the river, according to their lawyer."
    page = read(
        f"<nav><a>Home</a></nav><div class='ad-slot'><p>Buy our boats</p></div><div class='subscribe-box paywall'><p>{told}</p></div><footer>x</footer>"
    )
    found = {
        page.content[line.start : line.end]: line.label for line in label_lines(page.content, segments=page.segments)
    }
    assert found["Home"] == "navigation"
    assert found["Buy our boats"] == "advertisement"
    assert found[told] in STORY_LABELS


def test_a_page_named_after_its_furniture_keeps_its_story():
    page = extract(
        b"<body class='has-ads newsletter'><article><h1>Held</h1><p>Police said so.</p></article></body>", "text/html"
    )
    assert {line.label for line in label_lines(page.content, segments=page.segments)} <= STORY_LABELS | {"empty"}


def test_segments_stand_where_they_say():
    page = read("<h1>T</h1><p>One.</p><table><tr><td>a</td><td>b</td></tr></table><p>Two.</p>")
    assert {s.label: page.content[s.start : s.end] for s in page.segments if s.label} == {
        "para. 1": "One.",
        "row 1": "a\tb",
        "para. 2": "Two.",
    }


def test_a_deep_page_and_a_broken_one_are_read():
    assert "deep" in read("<div>" * 3000 + "deep" + "</div>" * 3000).content or any(
        "deeper" in n for n in read("<div>" * 3000 + "deep").notes
    )
    assert extract(b"<p>un<b>closed <i>tags", "text/html").content == "unclosed tags"


def test_the_text_agrees_with_what_chromium_shows(tmp_path):
    body = "<h1>Held</h1><p>Three <b>men</b> were<br>held.</p><ul><li>one</li><li>two</li></ul><p style='display:none'>no</p>"
    page = tmp_path / "page.html"
    page.write_text(
        f"<!doctype html><body>{body}<script>document.title=1;document.body.outerHTML='<pre>'+document.body.innerText+'</pre>'</script></body>"
    )
    shown = subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", f"--user-data-dir={tmp_path}/p", page.as_uri()],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    if shown.returncode:
        pytest.skip("chromium does not start here")
    seen = shown.stdout.partition("<pre>")[2].partition("</pre>")[0]
    assert read(body).content.split() == seen.split()
