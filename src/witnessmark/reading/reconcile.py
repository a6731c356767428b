"""Where tagger and grammar read one cue differently: which of them is believed, and what the grammar adds."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from witnessmark.evidence.reading import Span
from witnessmark.reading.attribution import Attribution
from witnessmark.reading.cue_places import REFUSAL
from witnessmark.reading.mended import mended
from witnessmark.reading.word_sets import word_set

#: So few words of the grammar's content at the end of the tagger's tell that the tagger broke off at an opening phrase.
_BROKEN_OFF: Final = 4
#: Verbs by which words of one speaker tell what another one said; *find* or *show* would not do.
_TOLD_ON: Final = word_set(
    "say tell report claim state announce confirm deny warn allege estimate add testify admit insist"
)
#: Who is quoted speaks of himself with these.
_NOBODY_ELSE: Final = word_set("i we you he she it they who that which one there")
_BY_GRAMMAR: Final = "; the tagger was not sure of it"


def reconcile(text: str, learned: Sequence[Attribution], grammar: Sequence[Attribution]) -> list[Attribution]:
    """Return the tagger's attributions of a paragraph, mended by what the grammar found in the same paragraph.

    The tagger is believed except where it is not sure and the grammar is, where who speaks stands after "by", where it names
    nobody and the grammar does (also one whom the tagger took for a part of what is said), and where it broke off a clause. What
    it is not sure of and another cue claims too is left out. Of the rest of the grammar's attributions three kinds are added,
    which the tagger was never taught: a participle of saying within what somebody said ("noting …"), a noun of saying with its
    own speaker, and that somebody could not be reached.
    """
    by_sentence: dict[Span, tuple[list[Attribution], list[Attribution]]] = {}
    for each in learned:
        by_sentence.setdefault(each.scope, ([], []))[0].append(each)
    for each in grammar:
        if each.cue and not each.follows:
            by_sentence.setdefault(each.scope, ([], []))[1].append(each)
    return [each for mine, ours in by_sentence.values() for each in _sentence(text, mine, ours)]


def _sentence(text: str, learned: Sequence[Attribution], ours: Sequence[Attribution]) -> list[Attribution]:
    """Reconcile within one sentence, whose length is bounded: so the whole stays linear."""
    found = [_mended(text, each, next((one for one in ours if _overlap(one.cue, each.cue)), None)) for each in learned]
    found = [each for each in found if each.confidence != "low" or not _is_claimed(each, found)]
    for one in ours:
        if any(_overlap(one.cue, each.cue) for each in found):
            continue
        if _is_nested(text, one, found) or _is_sourced(text, one):
            found.append(one)
        elif _is_untaught(one):
            found = [_cut(each, one, ours) for each in found]
            found.append(one)
    return mended(text, found)


def _is_claimed(each: Attribution, found: Sequence[Attribution]) -> bool:
    return any(other.confidence != "low" and _overlap(other.content, each.content) for other in found)


def _is_untaught(one: Attribution) -> bool:
    if one.lemma == REFUSAL:
        return True
    return bool(one.source) and (one.form == "ing" or (one.form == "" and one.lemma not in {"", ":", "according to"}))


def _is_nested(text: str, one: Attribution, found: Sequence[Attribution]) -> bool:
    """Tell a statement told within another: "the agency reported its source said …", all of it in the agency's words."""
    if one.form not in {"past", "present"} or one.lemma not in _TOLD_ON or one.confidence != "high" or not one.source:
        return False
    if text[slice(*one.source[0])].lower() in _NOBODY_ELSE:
        return False
    spans = [span for each in found for span in each.content if each.confidence != "low"]
    return any(start <= one.source[0][0] and one.content[-1][1] <= end + 1 for start, end in spans)


def _is_sourced(text: str, one: Attribution) -> bool:
    """Tell "reported, citing the ministry, there were 12 dead": the tagger loses what comes after the aside."""
    between = text[one.cue[-1][1] : one.content[0][0]].lower()
    return bool(one.source) and one.confidence == "high" and between.startswith((", citing ", ", quoting "))


def _is_by_agent(text: str, one: Attribution) -> bool:
    """Tell whether the speaker stands after "by", behind the cue: "was accused by the mayor of …"."""
    start = one.source[0][0] if one.source else 0
    return start > one.cue[0][1] and text[max(0, start - 4) : start].rstrip()[-3:].lower() == " by"


def _mended(text: str, each: Attribution, one: Attribution | None) -> Attribution:
    if one is None:
        return each
    unnamed = not each.source and bool(one.source)
    mistaken = unnamed and any(_overlap(one.source, (span,)) for span in each.content)
    if mistaken or _is_by_agent(text, one) or (each.confidence == "low" and (one.confidence == "high" or unnamed)):
        return replace(one, confidence="medium", reason=one.reason + _BY_GRAMMAR)
    if unnamed:
        each = replace(each, source=one.source, reason=f"{each.reason}; the speaker by grammar: {one.reason}")
    return _whole(text, each, one)


def _whole(text: str, each: Attribution, one: Attribution) -> Attribution:
    """Let a content go on that breaks off within a few words after the grammar's content begins."""
    start, end = each.content[-1]
    clause = next((span for span in one.content if start < span[0] < end < span[1]), None)
    if clause is None or len(text[clause[0] : end].split()) > _BROKEN_OFF:
        return each
    return replace(each, content=(*each.content[:-1], (start, clause[1])))


def _cut(each: Attribution, added: Attribution, grammar: Sequence[Attribution]) -> Attribution:
    """End a content before the participle clause that tells what the same speaker did besides."""
    same = next((one for one in grammar if _overlap(one.cue, each.cue)), None)
    if added.form != "ing" or same is None or not _overlap(each.content, added.cue) or same.source != added.source:
        return each
    ends = [end for start, end in same.content for a, b in each.content if start < b and a < end < added.cue[0][0]]
    if not ends:
        return each
    kept = tuple((start, min(end, max(ends))) for start, end in each.content if start < max(ends))
    return replace(each, content=kept)


def _overlap(some: Iterable[Span], others: Iterable[Span]) -> bool:
    held = list(others)
    return any(start < b and a < end for start, end in some for a, b in held)
