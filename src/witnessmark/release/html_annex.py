"""The annexes of the report: allegations with every party's position, replies, and the list of evidence."""

from html import escape

from witnessmark.evidence.sources import Item
from witnessmark.evidence.statements import Allegation
from witnessmark.release.html_base import link, words
from witnessmark.release.html_finding import reply_html
from witnessmark.release.html_inline import reference_html
from witnessmark.release.references import resolve, shown_date, source_name
from witnessmark.release.report import Report
from witnessmark.release.wording import DISCLOSURE, STANCES

#: File in record/ → its title; the same list is the navigation of every page of the record.
RECORD = {
    "methodology.html": "Methodology",
    "release.html": "Release record",
    "waivers.html": "Waivers",
    "corrections.html": "Corrections",
    "replies.html": "Replies",
    "withheld.html": "What is withheld and why",
}


def record_links(folder: str) -> str:
    """Return the list of the pages of the record."""
    shown = "".join(f"<li>{link(folder + name, title)}</li>\n" for name, title in RECORD.items())
    return f'<ul class="record">\n{shown}</ul>\n'


def annexes(report: Report) -> str:
    """Return the annexes of index.html."""
    return (
        '<section class="annex" aria-labelledby="annex-replies">\n<h2 id="annex-replies">Annex: Replies</h2>\n'
        f"{replies_annex(report, '', level=3)}</section>\n"
        '<section class="annex" aria-labelledby="annex-evidence">\n<h2 id="annex-evidence">Annex: Evidence</h2>\n'
        f"{evidence_list(report, '')}</section>\n"
    )


def replies_annex(report: Report, home: str, *, level: int) -> str:
    """Return every allegation put to somebody, each party's position in its words, and the replies.

    `home` is the way to the top folder, `level` the one of its headings.
    """
    if not report.evidence.allegations:
        return "<p>No allegation is on record.</p>\n"
    return "".join(allegation_html(report, one, home, level) for one in report.evidence.allegations)


def allegation_html(report: Report, allegation: Allegation, home: str, level: int) -> str:
    """Return one allegation with positions and replies."""
    positions = "".join(
        f"<li><strong>{STANCES[stance.stance]}</strong>: "
        f"{reference_html(resolve(report.evidence, stance.statement), home)}</li>\n"
        for stance in report.evidence.stances
        if stance.allegation == allegation.id
    )
    answers = "".join(reply_html(report, *pair) for pair in report.replies_to(allegation.id))
    answers = answers.replace('href="passages/', f'href="{home}passages/')
    against = ", ".join(source_name(report.evidence, name) for name in allegation.against)
    return (
        f'<section class="allegation">\n<h{level}>{escape(allegation.id)}: {words(allegation.text)}</h{level}>\n'
        + (f"<p>Against: {words(against)}.</p>\n" if against else "")
        + (f'<ul class="positions">\n{positions}</ul>\n' if positions else "")
        + (f'<div class="reply">{answers}</div>\n' if answers else "<p>No reply is on record.</p>\n")
        + "</section>\n"
    )


def evidence_list(report: Report, home: str) -> str:
    """Return the table of all items shown."""
    shown = "".join(evidence_row(report, item, home) for item in report.evidence.items)
    return (
        '<div class="table" role="region" aria-label="Evidence" tabindex="0"><table class="evidence">\n<tr>'
        '<th scope="col">Id</th><th scope="col">What</th><th scope="col">From</th><th scope="col">Date</th>'
        f'<th scope="col">Published here</th></tr>\n{shown}</table></div>\n'
    )


def evidence_row(report: Report, item: Item, home: str) -> str:
    """Return one row of the list of evidence."""
    who = source_name(report.evidence, item.source) or source_name(report.evidence, item.publisher)
    return (
        f"<tr><td>{link(f'{home}passages/{item.id}.html', item.id)}</td><td>{words(item.title)}</td>"
        f"<td>{words(who)}</td>"
        f"<td>{escape(shown_date(item.published))}</td><td>{DISCLOSURE[item.disclosure]}</td></tr>\n"
    )
