"""The pages of the record: methodology, release, waivers, corrections, replies, what is withheld and why."""

from html import escape

from witnessmark.evidence.findings import Correction
from witnessmark.manuscript.checks import CHECKS
from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.waivers import Waived
from witnessmark.release.html_annex import RECORD, record_links, replies_annex
from witnessmark.release.html_base import link, page, rows, words
from witnessmark.release.report import Report
from witnessmark.release.wording import LADDERS, LEVELS, METHOD

#: What a check that could not look is called: never a pass.
UNCHECKED = "could not look at everything"


def record_pages(report: Report) -> dict[str, str]:
    """Return path → page for every page of the record."""
    makers = {
        "methodology.html": methodology,
        "release.html": release_record,
        "waivers.html": waivers,
        "corrections.html": corrections,
        "replies.html": lambda one: replies_annex(one, "../", level=2),
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


def table(label: str, columns: tuple[str, ...], shown: str) -> str:
    """Return a table that scrolls by itself on a narrow page; `shown` are its rows in HTML."""
    head = "".join(f'<th scope="col">{column}</th>' for column in columns)
    region = f'<div class="table" role="region" aria-label="{label}" tabindex="0">'
    return f"{region}<table>\n<tr>{head}</tr>\n{shown}</table></div>\n"


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
        + "".join(f"<h2>{title}</h2>\n<p>{text}</p>\n" for title, text in METHOD)
        + f"<h2>Levels of certainty</h2>\n{table('Levels', ('Level', 'Needs'), ladder)}"
    )  # fmt: skip


def release_record(report: Report) -> str:
    """Return what was released, when, what the checks found, what was stamped, and what was not."""
    outcome = report.outcome
    unchecked = {problem.code for problem in outcome.unchecked}
    ran = "".join(check_row(code, count, code in unchecked) for code, count in sorted(outcome.ran.items()))
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
        f" the report is proved right.</p>\n{table('Checks', ('Check', 'Looked at', 'Result'), ran)}"
        f"<p>The source of the report, with its public numbers, is {link('manuscript.md', 'manuscript.md')}; with "
        f"{link('../evidence.json', 'evidence.json')} the checks can be run again.</p>\n"
    )  # fmt: skip


def check_row(code: str, count: int, unchecked: bool) -> str:  # noqa: FBT001 - a property of the row
    """Return what one check looked at; its name is known unless the check is of another version."""
    name = CHECKS[code].name if code in CHECKS else ""
    told = UNCHECKED if unchecked else "looked at all of them"
    return f"<tr><td>{escape(code)} {escape(name)}</td><td>{count}</td><td>{told}</td></tr>\n"


def waivers(report: Report) -> str:
    """Return every waiver: which check, which sentence, by whom, when, why."""
    sentences = {sentence.sha256: sentence for sentence in report.manuscript.sentences}
    shown = "".join(waiver_row(one, sentences.get(one.problem.sentence_sha256)) for one in report.outcome.waived)
    columns = ("Check", "Paragraph", "Sentence", "Why it may stand", "Signed")
    return table("Waivers", columns, shown) if shown else "<p>No error was waived.</p>\n"


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
    shown = "".join(correction_row(one) for one in report.evidence.corrections)
    columns = ("Reply", "Comment", "Decision", "Reason", "Change")
    return table("Corrections", columns, shown) if shown else "<p>No comment on facts is on record.</p>\n"


def correction_row(one: Correction) -> str:
    """Return one comment of an addressee as a row."""
    return (
        f"<tr><td>{escape(one.reply)}</td><td>{words(one.comment)}</td>"
        f"<td>{'accepted' if one.accepted else 'rejected'}</td><td>{words(one.reason)}</td>"
        f"<td>{words(one.change)}</td></tr>\n"
    )


def withheld(report: Report) -> str:
    """Return what is withheld and why, without telling what it holds."""
    shown = "".join(
        f"<tr><td>{link(f'../passages/{item.id}.html', item.id)}</td><td>{escape(item.disclosure)}</td>"
        f"<td>{escape(report.why.get(item.id, ''))}</td></tr>\n"
        for item in report.evidence.items
        if item.disclosure != "public"
    )
    return (
        (
            table("Withheld", ("Item", "Form", "Why"), shown)
            if shown
            else "<p>Everything that the report cites is published whole.</p>\n"
        )
        + "<h2>Never published</h2>\n<ul>\n<li>real names and telling details of protected persons;</li>\n"
        "<li>the digests of originals that are redacted or withheld: they would confirm a guessed name;</li>\n"
        "<li>who in the office collected, read or confirmed, the names of files, and the machines used;</li>\n"
        "<li>material that the report does not cite and that nobody decided to publish.</li>\n</ul>\n"
        "<p>For what is redacted or withheld a salted commitment was written into the custody log when it came in, so "
        "that it can be shown later, to a court for example, that nothing was changed.</p>\n"
    )
