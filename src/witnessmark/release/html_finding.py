"""The box of a finding: its level in words, what it rests on, what speaks against it, and the reply beside it."""

from html import escape

from witnessmark.evidence.findings import Element, Finding, Reply, ReplyRequest
from witnessmark.manuscript.model import Div
from witnessmark.release.html_base import link, rows, words
from witnessmark.release.html_inline import reference_html
from witnessmark.release.references import resolve, source_name
from witnessmark.release.report import Report
from witnessmark.release.wording import LEVELS


def finding_open(report: Report, div: Div) -> str:
    """Return the opening of a finding's box; its level stands in words."""
    finding = report.finding(div.ref)
    level = div.level or (finding.level if finding else "")
    name = f' id="{escape(div.ref)}"' if finding else ""
    return (
        f'<section class="finding"{name} aria-label="Finding {escape(div.ref)}">\n'
        f'<p class="label">Finding {escape(div.ref)} '
        f'<span class="level">{escape(LEVELS.get(level, level))}</span></p>\n'
    )


def finding_close(report: Report, div: Div) -> str:
    """Return what stands at the foot of a finding's box."""
    finding = report.finding(div.ref)
    return (
        basis(report, finding) + elements_table(report, finding.elements) + replies(report, finding) if finding else ""
    )


def basis(report: Report, finding: Finding) -> str:
    """Return what the finding rests on and what speaks against it; an empty side is said to be empty."""
    against = references(report, finding.against) or "Nothing on record speaks against it."
    return '<div class="basis">' + rows([
        ("Rests on", references(report, finding.rests_on) or "Nothing is recorded."),
        ("Speaks against it", against),
        ("Standard", escape(finding.standard or report.evidence.investigation.standard_of_proof)),
        ("Facts verified", "yes" if finding.facts_verified else "no"),
        ("Judgement", words(": ".join(part for part in (finding.reviewer, finding.judgement) if part))),
    ]) + "</div>\n"  # fmt: skip


def references(report: Report, ids: tuple[str, ...]) -> str:
    """Return a list of references, "" when there are none."""
    shown = "".join(f"<li>{reference_html(resolve(report.evidence, name))}</li>" for name in ids)
    return f"<ul>{shown}</ul>" if shown else ""


def elements_table(report: Report, elements: tuple[Element, ...]) -> str:
    """Return the elements of a legal finding, each with its state and what it rests on."""
    if not elements:
        return ""
    shown = "".join(
        f"<tr><td><code>{escape(one.key)}</code></td><td>{escape(one.state)}</td>"
        f"<td>{references(report, one.rests_on) or words(one.reason)}</td></tr>\n"
        for one in elements
    )
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Element", "State", "Basis"))
    region = '<div class="table" role="region" aria-label="Elements" tabindex="0">'
    return f'{region}<table class="elements">\n<tr>{head}</tr>\n{shown}</table></div>\n'


def replies(report: Report, finding: Finding) -> str:
    """Return the replies to the finding's allegations, or that there was none, or why nobody was asked."""
    shown = [
        reply_html(report, reply, outcome) for name in finding.allegations for reply, outcome in report.replies_to(name)
    ]
    shown = shown or [asked_html(report, one) for one in report.asked(finding)]
    if not shown:
        return ""
    return f'<aside class="reply" aria-label="Reply"><p class="label">Reply</p>\n{"".join(shown)}</aside>\n'


def asked_html(report: Report, one: ReplyRequest) -> str:
    """Return who was asked and did not answer, or why nobody was asked."""
    who = words(source_name(report.evidence, one.to))
    if not one.sent:
        return f"<p>{who} was not contacted: {words(one.not_contacted)}.</p>\n"
    return f"<p>{who} was asked on {escape(one.sent)}, answer due {escape(one.due)}: no reply.</p>\n"


def reply_html(report: Report, reply: Reply, outcome: str) -> str:
    """Return one reply in short, with the way to all of it."""
    request = report.evidence.index.get(reply.request)
    who = source_name(report.evidence, request.to) if request else ""
    item = report.item_of(reply)
    whole = " " + link(f"passages/{item.id}.html", f"The reply ({item.id})") + "." if item else ""
    received = f" ({escape(reply.received)})" if reply.received else ""
    return f"<p><strong>{words(who)}</strong> {escape(outcome)}{received}. {words(reply.summary)}{whole}</p>\n"
