from witnessmark.evidence.snapshot import Evidence, Investigation
from witnessmark.evidence.sources import Item
from witnessmark.manuscript.parse import parse
from witnessmark.release.numbering import first_cited, in_prose, public_ids, public_manuscript, renumber

SOURCE = """---
title: Report
author: inside
---

Text with E12 as a plain word. [see @E12, p. 12; @E3]
[twelve]{.q ref=Q12} men. <!-- E99 -->

::: {.finding ref=F12 level=credible}
Something. [@{E30}]
:::

| a | b |
|---|---|
| one [@E12] | two |

![A gate near E12](E3)
"""
IDS = {"E12": "E1", "E3": "E2", "E30": "E3", "Q12": "Q7", "F12": "F1"}


def evidence(*names):
    items = tuple(Item(id=name, media_type="text/plain") for name in names)
    return Evidence(investigation=Investigation(name="x"), items=items)


def test_only_citations_references_and_pictures_change():
    public = public_manuscript(parse(SOURCE), IDS)
    assert "Text with E12 as a plain word. [see @E1, p. 12; @E2]" in public
    assert "[twelve]{.q ref=Q7} men." in public
    assert "::: {.finding ref=F1 level=credible}" in public
    assert "[@{E3}]" in public
    assert "| one [@E1] | two |" in public
    assert "![A gate near E12](E2)" in public


def test_comments_and_private_front_matter_do_not_leave():
    public = public_manuscript(parse(SOURCE), IDS)
    assert "E99" not in public
    assert "inside" not in public
    assert public.startswith("---\ntitle: Report\n---\n")


def test_numbers_follow_first_citation_then_age_and_have_no_gap():
    inside = evidence("E3", "E9", "E12", "E30")
    order = first_cited(parse(SOURCE), inside)
    assert order == ("E12", "E3", "E30")
    assert public_ids(inside, order) == {"E12": "E1", "E3": "E2", "E30": "E3", "E9": "E4"}


def test_records_stand_in_the_order_of_their_public_numbers():
    inside = evidence("E3", "E12")
    assert [item.id for item in renumber(inside, {"E3": "E2", "E12": "E1"}).items] == ["E1", "E2"]


def test_prose_names_public_numbers_and_leaves_other_words():
    assert in_prose("see E12, not E120 or RE12", {"E12": "E1"}, "reason of O1") == "see E1, not E120 or RE12"


def test_windows_line_ends_survive():
    public = public_manuscript(parse(SOURCE.replace("\n", "\r\n")), IDS)
    assert "[see @E1, p. 12; @E2]\r\n" in public
    assert "author" not in public
