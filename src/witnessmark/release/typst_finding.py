"""The box of a finding and the annex of replies as Typst markup."""

from collections.abc import Iterator

from witnessmark.evidence.findings import Finding, Reply
from witnessmark.manuscript.model import Div
from witnessmark.release.references import resolve, source_name
from witnessmark.release.report import Report
from witnessmark.release.typst_text import literal, plain, reference_typst, typst
from witnessmark.release.wording import LEVELS, STANCES


def finding_head(report: Report, div: Div) -> str:
    """Return the head line of a finding: its number and its level in words."""
    finding = report.finding(div.ref)
    level = div.level or (finding.level if finding else "")
    return f"#label-line({literal(f'Finding {div.ref}')}) #h(2mm) #level({literal(LEVELS.get(level, level))})"


def finding_foot(report: Report, div: Div) -> str:
    """Return what the finding rests on, what speaks against it, its elements, and the replies."""
    finding = report.finding(div.ref)
    if finding is None:
        return ""
    against = listed(report, finding.against) or plain("Nothing on record speaks against it.")
    parts = [
        f"*Rests on:* {listed(report, finding.rests_on)}",
        f"*Speaks against it:* {against}",
        f"*Facts verified:* {'yes' if finding.facts_verified else 'no'}",
        *([f"*Judgement of {plain(finding.reviewer)}:* {typst(finding.judgement)}"] if finding.judgement else []),
        *(f"{plain(one.key)}: {plain(one.state)} {typst(one.reason)}" for one in finding.elements),
    ]
    return "\n\n".join(f"#small[{part}]" for part in parts) + "\n\n" + replies(report, finding)


def listed(report: Report, ids: tuple[str, ...]) -> str:
    """Return references one after the other."""
    return '#"; ";'.join(reference_typst(resolve(report.evidence, name)) for name in ids)


def replies(report: Report, finding: Finding) -> str:
    """Return the replies to the finding's allegations, or who was asked and did not answer."""
    shown = [reply_typst(report, *pair) for name in finding.allegations for pair in report.replies_to(name)] or [
        f"{typst(source_name(report.evidence, one.to))}: "
        + plain("no reply." if one.sent else f"not contacted: {one.not_contacted}.")
        for one in report.asked(finding)
    ]
    return f'#reply[#label-line("Reply")\n\n{chr(10).join(shown)}]\n' if shown else ""


def reply_typst(report: Report, reply: Reply, outcome: str) -> str:
    """Return one reply in short."""
    request = report.evidence.index.get(reply.request)
    who = source_name(report.evidence, request.to) if request else ""
    item = plain(f" ({reply.item})") if reply.item else ""
    return f"*{typst(who)}* {plain(outcome)}{item}. {typst(reply.summary)}\n"


def positions(report: Report) -> Iterator[str]:
    """Yield each allegation with every party's position in its words, and the replies."""
    for allegation in report.evidence.allegations:
        yield f"\n#heading(level: 2)[{plain(allegation.id)}: {typst(allegation.text)}]\n"
        for stance in report.evidence.stances:
            if stance.allegation == allegation.id:
                reference = reference_typst(resolve(report.evidence, stance.statement))
                yield f"#list.item[#small[*{STANCES[stance.stance]}*: {reference}]]\n"
        for pair in report.replies_to(allegation.id):
            yield f"\n#reply[{reply_typst(report, *pair)}]\n"
