"""The tables of the page: timeline, numbers, positions of the parties, who copied whom, what was not read."""

from collections.abc import Sequence
from typing import Final

from witnessmark.evidence.reading import DateMention, Proposal, QuantityMention, Reading
from witnessmark.reading.copies import Copy
from witnessmark.reading.date_order import in_time
from witnessmark.reading.page_markup import date_words, isolated, shown, table
from witnessmark.reading.page_story import Key
from witnessmark.reading.positions import Position

#: So much of the text around a date or number is shown, in code points either side.
_AROUND: Final = 70
_QUOTED: Final = 240


def timeline(reading: Reading) -> str:
    """Return the dates in the order of time; durations and dates that were not resolved come after, as such."""
    resolved = sorted((each for each in reading.dates if _is_placed(each)), key=lambda each: in_time(each.date))
    others = [each for each in reading.dates if not _is_placed(each)]
    if not reading.dates:
        return "<p>No dates were found in the story.</p>"
    rows = [_date_row(reading, each) for each in resolved]
    made = table(("when", "in the text", "how it was resolved"), rows, "Dates in the order of time") if rows else ""
    if others:
        words = ", ".join(f"“{isolated(each.words)}”" for each in others)
        made += f'<p class="small">Durations and dates without a place in time: {words}.</p>'
    return made


def _is_placed(each: DateMention) -> bool:
    return each.date is not None and each.date.value[:4].isdigit()


def _date_row(reading: Reading, each: DateMention) -> tuple[str, str, str]:
    when = " ".join(part for part in (each.relation, date_words(each.date)) if part)
    how = f"against {each.anchor}" if each.anchor else "as written"
    if each.conflict:
        how += f"<br><strong>conflict: {shown(each.conflict)}</strong>"
    return f"<strong>{shown(when)}</strong>", _context(reading, each.start, each.end), how


def numbers(reading: Reading) -> str:
    """Return the numbers with whose they are, or "unattributed"."""
    if not reading.quantities:
        return "<p>No numbers were found in the story.</p>"
    rows = [(_amount(each), isolated(each.what or each.unit), _owner(each), _context(reading, each.start, each.end))
            for each in reading.quantities]  # fmt: skip
    return table(("number", "of what", "whose number", "in the text"), rows, "Numbers and whose they are")


def _amount(each: QuantityMention) -> str:
    figures = list(dict.fromkeys(f"{value:,.15g}" for value in (each.low, each.value, each.high) if value is not None))
    amount = each.magnitude or " to ".join(figures) or each.words
    if each.low is not None and each.value is None and each.high is None:
        amount = f"at least {figures[0]}"
    elif each.high is not None and each.value is None and each.low is None:
        amount = f"up to {figures[0]}"
    hedge = f' <span class="facts">({shown(each.hedge)})</span>' if each.hedge and each.hedge not in amount else ""
    return f"<strong>{shown(amount)}</strong>{hedge}"


def _owner(each: QuantityMention) -> str:
    return isolated(each.owner) if each.owner else "<em>unattributed</em>"


def _context(reading: Reading, start: int, end: int) -> str:
    text = reading.text.content
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, after = text[low:start].rpartition("\n")[2], text[end:high].partition("\n")[0]
    if low and before == text[low:start]:
        before = "…" + before.partition(" ")[2]
    if high < len(text) and after == text[end:high]:
        after = after.rpartition(" ")[0] + "…"
    return f'<span dir="{reading.direction}">{shown(before)}<b>{shown(text[start:end])}</b>{shown(after)}</span>'


def positions_of(readings: Sequence[Reading], found: Sequence[Position], keys: Sequence[Key]) -> str:
    """Return each party with what it says, oldest first, each linked to its words."""
    if not found:
        return "<p>No statements were found.</p>"
    return "".join(_position(readings, each, keys) for each in found)


def _position(readings: Sequence[Reading], position: Position, keys: Sequence[Key]) -> str:
    items = []
    for each in position.said:
        key = keys[each.reading]
        when = (
            f"{date_words(each.date)}{' (date of the page)' if each.published_only else ''}" if each.date else "undated"
        )
        statement = each.statement
        act = {"affirm": "says", "deny": "denies", "decline": "declines"}[statement.polarity]
        words = f'<a href="#{key.words(statement.ordinal)}">{_said(readings[each.reading], statement)}</a>'
        items.append(f'<li><span class="facts">{shown(when)} · {act}</span><br>{words}</li>')
    colour = keys[position.said[0].reading].colour(position.said[0].statement.ordinal)
    others = [name for name in position.speakers if name != position.party]
    through = f' <span class="facts">through {", ".join(isolated(name) for name in others)}</span>' if others else ""
    count = f"{len(position.said)} statement{'' if len(position.said) == 1 else 's'}"
    return (
        f'<details class="party {colour}" open><summary><strong>{isolated(position.party)}</strong>{through} '
        f'<span class="facts">{count}</span></summary><ul>{"".join(items)}</ul></details>'
    )


def _said(reading: Reading, each: Proposal) -> str:
    words = " … ".join(reading.text.content[start:end] for start, end in each.content)
    return isolated(words if len(words) <= _QUOTED else words[:_QUOTED].rpartition(" ")[0] + " …")


def copied(copies: Sequence[Copy], titles: Sequence[str]) -> str:
    """Return who copied whom with the reasons, or that nothing suggests a copy."""
    if not copies:
        return "<p>Nothing suggests that one of these texts copies another.</p>"
    arrows = {
        "first to second": "may have been copied by",
        "second to first": "may copy",
        "unknown": "shares its text with",
    }
    rows = [
        (isolated(titles[each.first]), arrows[each.direction], isolated(titles[each.second]),
         "<ul>" + "".join(f"<li>{shown(reason)}</li>" for reason in each.reasons) + "</ul>")
        for each in copies
    ]  # fmt: skip
    return table(("text", "", "text", "why"), rows, "Texts that seem to be copies")
