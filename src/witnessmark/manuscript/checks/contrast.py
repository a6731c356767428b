"""Another of the same class: women for men, injured for killed, since for on; and one voice told as many. English passages."""

import re
from collections.abc import Iterator
from typing import Final

from witnessmark.evidence.statements import Quantity, Statement
from witnessmark.manuscript.checks.miss import Miss
from witnessmark.manuscript.checks.scope import Claim
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.facts import dates_in, day_months_in

#: Classes; a class's groups of one meaning are parted by commas, forms by bars.
_CLASSES: Final = tuple(
    tuple(re.compile(rf"\b(?:{group.strip()})\b", re.IGNORECASE) for group in line.split(","))
    for line in (
        "men|man, women|woman, children|child|boys?|girls?",
        "killed|dead|deaths?|died|dying, injured|wounded|hurt|injur(?:y|ies), missing|disappeared",
        "polic(?:e|emen|eman)|police officers?, soldiers?|army|troops|military, militia(?:s|men)?|fighters?|rebels?",
        "father, mother, uncle, aunt",
        "sons?, daughters?, nephews?, nieces?",
        "brothers?, sisters?, cousins?",
        "husband, wife",
        "first, second, third, fourth, fifth, last|final",
        "(?<!a few )days?, weeks?, months?, hours?|hour, minutes?",
        "kilometres?|km, metres?, miles?, hectares?, square kilometres?",
        "never, rarely|seldom, sometimes|occasionally, often|frequently|usually, always",
        "per day|a day|daily, per week|a week|weekly, per month|a month|monthly, per year|a year|yearly|annual(?:ly)?",
        "fled|escaped|ran away, left|departed|walked out",
        "hospital|clinic, school, mosque, church, police station|station house, prison|jail",
        "bus(?:es)?, lorr(?:y|ies)|trucks?, cars?, trains?, boats?|rafts?|ferry, helicopters?|aircraft|planes?",
        "rifles?|guns?|pistols?, knife|knives, stones?|rocks?, batons?|truncheons?|clubs?|sticks?, cables?, bombs?, shells?",
    )
)
_ANY: Final = re.compile("|".join(group.pattern for groups in _CLASSES for group in groups), re.IGNORECASE)
#: What stands before a day: on it, up to it, from it on, behind it.
_BEFORE: Final = {
    "on": "on", "by": "to", "until": "to", "till": "to", "before": "to", "since": "from",
    "from": "from",
    "after": "after",
}  # fmt: skip
#: (said, cited) that cannot both be meant; “by 18 June” for “on 18 June”, and “from” for “on”, tell less and may stand.
_APART: Final = frozenset(
    {("on", "to"), ("on", "after"), ("to", "after"), ("to", "from"), ("from", "to"), ("after", "to"), ("after", "on")}
)
_LAST_WORD: Final = re.compile(r"\b(\w+)(?: the| \w+day,?)? $")
_MANY: Final = re.compile(
    r"^\W*(?P<who>(?:the |many |several |some |other |all |most |former )*(?:residents|witnesses|villagers|detainees|"
    r"prisoners|survivors|"
    r"workers|families|relatives|officials|observers|neighbours|doctors|experts|guards|people|others|passengers|women|men))"
    r"(?: (?:also|all|had|have|later|then))? (?:said|say|stated?|told|reported|described|recalled|remembered|confirmed|testified|"
    r"explained|wrote|counted|heard|saw|put it)\b",
    re.IGNORECASE,
)


def contrasted(context: Context, claim: Claim) -> Iterator[Miss]:
    """Yield words of a claim where what is cited has another of the same class instead, and one voice told as many."""
    if claim.sentence.kind not in {"fact", "attribution"}:
        return
    yield from _one_as_many(context, claim)
    extracts = [one for support in claim.supports for one in support.extracts]
    if not extracts or not all(one.exact and (one.text.language or "en").startswith("en") for one in extracts):
        return
    records = [context.evidence.index.get(bound.ref) for bound in claim.sentence.bounds]
    counted = [f"{one.what}\n{one.population}" for one in records if isinstance(one, Quantity)]
    quoted = [one.text for one in claim.sentence.quotations]
    exact = "\n".join([*(one.exact for one in extracts), *counted])
    everything = "\n".join([exact, *quoted, *(note for support in claim.supports for note in support.notes)])
    for groups in _CLASSES if _ANY.search(claim.words) else ():
        yield from _other_of(claim, groups, exact, everything)
    yield from _other_time(claim, exact)


def _other_of(claim: Claim, groups: tuple[re.Pattern[str], ...], exact: str, everything: str) -> Iterator[Miss]:
    """A word of a group that nothing cited has, while another group of its class is cited and not told."""
    ours = [(group, match) for group in groups if (match := group.search(claim.words))]
    for group, match in ours:
        if group.search(everything):
            continue
        told = claim.sentence.text
        theirs = [
            found
            for other in groups
            if other is not group and (found := other.search(exact)) and not other.search(told)
        ]
        if theirs and _same_place(claim.words, match, exact, theirs[0]):
            yield Miss(
                message="another of its kind than the passage has", got=match[0], expected=theirs[0][0], at=match.start(),
                length=len(match[0]),
            )  # fmt: skip


def _same_place(words: str, ours: re.Match[str], exact: str, theirs: re.Match[str]) -> bool:
    """One of the two words on either side is the same on both: the one stands where the other stood."""
    return bool(_around(words, ours) & _around(exact, theirs))


def _around(text: str, match: re.Match[str]) -> set[str]:
    before = re.findall(r"\w+", text[max(0, match.start() - 40) : match.start()])[-2:]
    after = re.findall(r"\w+", text[match.end() : match.end() + 40])[:2]
    return {f"<{one.casefold()}" for one in before if len(one) > 1} | {
        f">{one.casefold()}" for one in after if len(one) > 1
    }


def _other_time(claim: Claim, exact: str) -> Iterator[Miss]:
    """“Since 20 April” where the passage has “on 20 April”."""
    theirs: dict[tuple[int, int], set[str]] = {}
    for one in dates_in(exact) if dates_in(claim.words) else ():
        before = _LAST_WORD.search(exact[max(0, one.start - 30) : one.start])
        for day in day_months_in(one.words):
            theirs.setdefault(day, set()).add(_BEFORE.get(before[1].casefold(), "") if before else "")
    for one in dates_in(claim.words):
        before = _LAST_WORD.search(claim.words[max(0, one.start - 30) : one.start])
        said = _BEFORE.get(before[1].casefold(), "") if before else ""
        known = set().union(*(theirs.get(day, set()) for day in day_months_in(one.words)))
        if said and known and all((said, other) in _APART for other in known):
            yield Miss(
                message="another time than the passage has", got=f"{before[1] if before else ''} {one.words}",
                expected=f"{', '.join(sorted(known))} {one.words}", at=one.start, length=one.end - one.start,
            )  # fmt: skip


def _one_as_many(context: Context, claim: Claim) -> Iterator[Miss]:
    match = _MANY.match(claim.sentence.text)
    records = [record for support in claim.supports for record in support.records if isinstance(record, Statement)]
    if match is None or not records or claim.start > claim.sentence.at:
        return
    speakers = {record.speaker for record in records}
    person = context.evidence.index.get(next(iter(speakers)))
    plural = match["who"].split()[-1].casefold()
    said = " ".join(record.passage.quote for record in records).casefold()
    if len(speakers) == 1 and getattr(person, "kind", "") == "person" and plural not in said:
        yield Miss(
            message="one person's words are told as those of many", got=match["who"], expected=getattr(person, "name",
            "one person"),
            at=match.start("who"), length=len(match["who"]),
        )  # fmt: skip
