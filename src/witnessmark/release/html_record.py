"""The pages of the record: methodology, release, waivers, corrections, replies, what is withheld and why."""

from html import escape

from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.waivers import Waived
from witnessmark.release.html_annex import RECORD, record_links, replies_annex
from witnessmark.release.html_base import link, page, rows, words
from witnessmark.release.report import Report
from witnessmark.release.wording import LADDERS, LEVELS

#: What a check that could not look is called: never a pass.
UNCHECKED = "could not look at everything"


def record_pages(report: Report) -> dict[str, str]:
    """Return path → page for every page of the record."""
    makers = {
        "methodology.html": methodology,
        "release.html": release_record,
        "waivers.html": waivers,
        "corrections.html": corrections,
        "replies.html": lambda one: replies_annex(one, "../"),
        "withheld.html": withheld,
    }
    return {f"record/{name}": record_page(report, title, makers[name](report)) for name, title in RECORD.items()}


def record_page(report: Report, title: str, inside: str) -> str:
    """Return one page of the record in its frame."""
    body = (
        f'<nav class="up" aria-label="Way back"><a href="../index.html">{words(report.manuscript.title)}</a></nav>\n'
        f'<main id="main">\n<h1>{escape(title)}</h1>\n{inside}</main>\n'
        f'<nav aria-label="The record">{record_links("")}</nav>\n'
    )
    return page(title=title, body=body, notice=report.notice, home="../", kind="page")


def methodology(report: Report) -> str:
    """Return how facts were established, in the words of the standard that the investigation declared."""
    investigation = report.evidence.investigation
    ladder = "".join(f"<tr><td>{escape(LEVELS[key])}</td><td>{escape(meaning)}</td></tr>\n" for key, meaning in LADDERS)
    return (
        rows([
            ("Mandate", words(investigation.mandate)),
            ("Period", words(investigation.period)),
            ("Territory", words(investigation.territory)),
            ("Standard of proof", words(investigation.standard_of_proof)),
        ])
        + "<h2>Sources and information</h2>\n<p>How reliable a source is and how credible a piece of information is are graded"
        " apart, A to F and 1 to 6, each with a reason. F and 6 mean that there is no basis to judge.</p>\n"
        "<h2>Independence</h2>\n<p>Corroboration counts origins, not outlets: what shares a witness, a document, a wire"
        " copy or a parent organisation is one origin. Each link is shown on the page of the item.</p>\n"
        "<h2>Levels of certainty</h2>\n<p>Facts are stated harder than law. A finding stands at one of these levels:</p>\n"
        f'<div class="table" role="region" aria-label="Levels" tabindex="0"><table>\n<tr><th scope="col">Level</th>'
        f'<th scope="col">Needs</th></tr>\n{ladder}</table></div>\n'
        "<h2>Consent and protection</h2>\n<p>What a person told is published only as far as the person agreed, and"
        " protection comes before completeness. Names of sources here are pseudonyms where protection asks for it.</p>\n"
        "<h2>Reply</h2>\n<p>Every allegation was put to the party concerned, or the record says why not; the answer stands"
        " beside the allegation and in the annex.</p>\n"
    )  # fmt: skip


def release_record(report: Report) -> str:
    """Return what was released, when, what the checks found, what was stamped, and what was not."""
    outcome = report.outcome
    unchecked = {problem.code for problem in outcome.unchecked}
    ran = "".join(
        f"<tr><td>{escape(code)}</td><td>{count}</td><td>{UNCHECKED if code in unchecked else 'looked at all of them'}"
        "</td></tr>\n"
        for code, count in sorted(outcome.ran.items())
    )
    stamped = report.stamped or "No time stamp was obtained: the signature itself proves no date."
    return (
        rows([
            ("Report", words(report.manuscript.title)),
            ("Version", escape(report.version)),
            ("Released", escape(report.clock)),
            ("Snapshot taken", escape(report.evidence.taken_at)),
            ("Time stamp", escape(stamped)),
            ("Signature", "minisign and SSH signatures over SHA256SUMS, in seal/"),
            ("Sentences", str(outcome.sentences)),
            ("Warnings", str(outcome.counts["W"])),
            ("Errors waived", f"{len(outcome.waived)}: {link('waivers.html', 'see waivers')}"),
        ])
        + "<h2>Checks</h2>\n<p>Nothing that blocks a release was found. That means that nothing was found, not that"
        ' the report is proved right.</p>\n<div class="table" role="region" aria-label="Checks" tabindex="0"><table>\n'
        f'<tr><th scope="col">Check</th><th scope="col">Looked at</th><th scope="col">Result</th></tr>\n{ran}</table></div>\n'
        f"<p>The source of the report, with its public numbers, is {link('manuscript.md', 'manuscript.md')}; with "
        f"{link('../evidence.json', 'evidence.json')} the checks can be run again.</p>\n"
    )  # fmt: skip


def waivers(report: Report) -> str:
    """Return every waiver: which check, which sentence, by whom, when, why."""
    sentences = {sentence.sha256: sentence for sentence in report.manuscript.sentences}
    shown = "".join(waiver_row(one, sentences.get(one.problem.sentence_sha256)) for one in report.outcome.waived)
    if not shown:
        return "<p>No error was waived.</p>\n"
    return (
        '<div class="table" role="region" aria-label="Waivers" tabindex="0"><table>\n<tr><th scope="col">Check</th>'
        '<th scope="col">Paragraph</th><th scope="col">Sentence</th><th scope="col">Why it may stand</th>'
        f'<th scope="col">Signed</th></tr>\n{shown}</table></div>\n'
    )


def waiver_row(one: Waived, sentence: Sentence | None) -> str:
    """Return one waiver as a row."""
    place = (
        f'<a href="../index.html#p{one.problem.paragraph}">¶ {one.problem.paragraph}</a>'
        if one.problem.paragraph
        else ""
    )
    return (
        f"<tr><td>{escape(one.problem.code)} {escape(one.problem.name)}</td><td>{place}</td>"
        f"<td>{words(sentence.text if sentence else '')}</td><td>{words(one.waiver.reason)}</td>"
        f"<td>{words(one.waiver.by)}, {escape(one.waiver.at)}</td></tr>\n"
    )


def corrections(report: Report) -> str:
    """Return the table of comments on facts: comment, accepted or rejected, reason, change."""
    shown = "".join(
        f"<tr><td>{escape(one.reply)}</td><td>{words(one.comment)}</td><td>{'accepted' if one.accepted else 'rejected'}</td>"
        f"<td>{words(one.reason)}</td><td>{words(one.change)}</td></tr>\n"
        for one in report.evidence.corrections
    )
    if not shown:
        return "<p>No comment on facts is on record.</p>\n"
    return (
        '<div class="table" role="region" aria-label="Corrections" tabindex="0"><table>\n<tr><th scope="col">Reply</th>'
        '<th scope="col">Comment</th><th scope="col">Decision</th><th scope="col">Reason</th>'
        f'<th scope="col">Change</th></tr>\n{shown}</table></div>\n'
    )


def withheld(report: Report) -> str:
    """Return what is withheld and why, without telling what it holds."""
    shown = "".join(
        f"<tr><td>{link(f'../passages/{item.id}.html', item.id)}</td><td>{escape(item.disclosure)}</td>"
        f"<td>{escape(report.why.get(item.id, ''))}</td></tr>\n"
        for item in report.evidence.items
        if item.disclosure != "public"
    )
    table = (
        '<div class="table" role="region" aria-label="Withheld" tabindex="0"><table>\n<tr><th scope="col">Item</th>'
        f'<th scope="col">Form</th><th scope="col">Why</th></tr>\n{shown}</table></div>\n'
    )
    return (
        (table if shown else "<p>Everything that the report cites is published whole.</p>\n")
        + "<h2>Never published</h2>\n<ul>\n<li>real names and telling details of protected persons;</li>\n"
        "<li>the digests of originals that are redacted or withheld: they would confirm a guessed name;</li>\n"
        "<li>who in the office collected, read or confirmed, the names of files, and the machines used;</li>\n"
        "<li>material that the report does not cite and that nobody decided to publish.</li>\n</ul>\n"
        "<p>For what is redacted or withheld a salted commitment was written into the custody log when it came in, so "
        "that it can be shown later, to a court for example, that nothing was changed.</p>\n"
    )
