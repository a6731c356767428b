"""Words that need a word of the same kind in what is cited: harm done, intent, how often, how; and what a finding says."""

import re
from collections.abc import Iterator
from typing import Final

from witnessmark.evidence.findings import Finding
from witnessmark.evidence.statements import Quantity, Statement
from witnessmark.language.hedges import find_hedges
from witnessmark.manuscript.checks.miss import Miss
from witnessmark.manuscript.checks.scope import Claim
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.facts import numbers_in
from witnessmark.manuscript.words import content_stems

#: What a claim says, and behind => what it then needs in what it cites: alternatives of a pattern, a bar between them.
_TABLE: Final = r"""
beat|beaten|beating|thrashed|clubbed
    => beat\w*|hit\w*|struck|str[iu]k\w+|kick\w*|punch\w*|slap\w*|blows?|assault\w*|cane\w*|whip\w*|truncheons?
    |batons?|club\w*|violen\w+|force|bruis\w+|thrash\w*|ill-treat\w*|tortur\w+
burn(?:ed|t) down|set fire|torched|set (?:\w+ ){1,3}on fire|arson
    => burn\w*|fires?|alight|torch\w*|arson|smoke|flames?|char\w+|ash(?:es)?
loot\w*|plunder\w*|stole|stolen|robbed|pillag\w+
    => loot\w*|plunder\w*|st[oe]le?\w*|steal\w*|rob\w*|pillag\w+|took|taken|emptied|carried (?:off|away)|theft|missing
confiscated|seized|impounded
    => confiscat\w+|seiz\w+|impound\w*|took|taken|take|kept|keep|withh\w+|held|collect\w+|lay
razed|bulldozed|demolished|flattened|destroyed|destroying
    => raz\w+|bulldoz\w+|demoli\w+|flatten\w*|destr\w+|pulled down|tor[en]\w*|burn\w*|wreck\w*|collaps\w*|ruin\w*
    |removed|damag\w+|clear\w+|gone|no longer|hit|struck|blew|blown|fire
expelled|evicted|deported|driven out|drove out|chased away
    => expel\w*|expul\w+|evict\w*|deport\w*|driv\w+|drove|forc\w+|remov\w*|displac\w*|leave|left|clear\w+|taken|took
    |chas\w+|push\w*|put
fled|fleeing|flee
    => fl(?:ee|ed|ight)\w*|escap\w*|ran|run\w*|displac\w*|refuge\w*|left|leave|afraid|fear
threatened|threatening|threats?
    => threat\w*|punish\w*|penal\w+|exten\w+|added|would (?:be|lose|have)|will (?:be|lose)|or (?:else|lose|be)
    |menac\w*|warn\w*|intimidat\w*|afraid|fear\w*|kill\w*|shoot\w*|point\w*|blackmail\w*
blindfolded|hooded
    => blindfold\w*|hood\w*|eyes|bag|sack|see
handcuffed|shackled|chained|bound
    => handcuff\w*|cuff\w*|shackl\w+|chain\w*|bound|bind\w*|tied|ties|tie|tying|wire|bands?|rope|restrain\w*
starved|starving
    => starv\w*|hung\w+|food|bread|eat|ate|meals?|rations?
drowned
    => drown\w*|water|river|sea|sank|sink\w*|raft|boat|swim\w*|swam|capsiz\w+
arrested|detained|imprisoned|jailed|locked up
    => arrest\w*|detain\w*|detention|held|hold\w*|taken|took|take|custody|led|picked up|imprison\w*|prison\w*|jail\w*
    |lock\w*|kept|cell|cells|camp|depot|confin\w+|sentenc\w+|caught|captur\w+|inside|centre
shot dead|gunned down|shot (?:him|her|them|at)|opened fire
    => shot\w*|shoot\w*|fir(?:e|ed|ing)|gun\w*|bullet\w*|rifle\w*|round
wounded|injured|maimed
    => wound\w*|injur\w+|hurt|maim\w*|bleed\w*|bled|scar\w*|fractur\w+|broken|bruis\w+|hospital\w*|burn\w*|hit|blows?
    |fragments?|patients?|admitted|treat\w+
punish(?:ed|ing|ment)s?|in retaliation|retaliated|reprisals?|in revenge|avenged?
    => punish\w*|penal\w+|retaliat\w+|reprisal\w*|reveng\w+|aveng\w*|disciplin\w+|for (?:not|having|leaving)
    |sanction\w*|sent to|lose|added
deliberately|intentionally|on purpose|wilfully|purposely|knowingly|premeditated
    => deliberate\w*|intent\w*|on purpose|wilful\w*|purpose\w*|knowing\w*|premeditat\w+|aimed|target\w*|plan\w*
    |order\w*|wanted to
brutally|mercilessly|savagely|viciously|sadistically|cruelly|violently
    => brutal\w*|merci\w+|savage\w*|vicious\w*|sadis\w+|cruel\w*|violen\w+
repeatedly|again and again|time and again|regularly|routinely|constantly|continually|habitually
    => repeat\w*|again|times|twice|regular\w*|routine\w*|constant\w*|contin\w+|often|always|every|each|daily|nights
    |days|usual\w*|many|several|used to|would|weekly|monthly|whenever|\d+
unarmed|defenceless|innocent
    => unarmed|defenceless|innocent|no (?:weapons?|arms|guns?)|without (?:weapons?|arms)|not armed|weapon\w*
peaceful(?:ly)?
    => peace\w*|quiet\w*|calm\w*|no violence|without violence
secretly|clandestine(?:ly)?|covert(?:ly)?
    => secret\w*|clandestin\w+|covert\w*|hid\w*|unknown|at night|not (?:told|allowed)
forcibly|by force|at gunpoint|against (?:his|her|their) will|coerced
    => forc\w+|gunpoint|weapon\w*|rifle\w*|armed|will|coerc\w+|push\w*|drag\w*|order\w*|not free|beat\w*|hands
    |made (?:me|us|him|her|them)|had to|without (?:consent|asking)|held|refus\w+
in front of (?:his|her|their) (?:children|family|wife|husband|parents|mother|father|son|daughter)
    => children|family|wife|husband|parents?|mother|father|son|daughter|in front of|before
demanded|insisted
    => demand\w*|insist\w*|must|require\w*|order\w*|call(?:s|ed)? (?:for|on)|urg\w+|claim\w*|want\w*|repeat\w*
refused|declined
    => refus\w*|declin\w*|reject\w*|would not|den(?:y|ies|ied)|turned (?:down|away|back)|unwilling|no access
    |not (?:allow|permit|let)\w*|will not|no comment|not (?:wish|want)\w*|objected|withheld
admitted to|boasted|bragged|threaten\w* to|vowed|swore to
    => admit\w*|boast\w*|brag\w*|threat\w*|vow\w*|sw[oe]r\w+|promis\w+|will
ordered (?:the|his|her|their|its|that|them|him|guards|officers|soldiers|police)|gave orders?|on (?:the )?orders? of
    => order\w*|command\w*|instruct\w*|direct\w*|decree\w*|told|must|shall|said that|clause|decision|decid\w+
"""


def _families(table: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    rows = re.sub(r"\n +(?==>|\|)", "", table).strip().splitlines()
    pairs = (row.split("=>") for row in rows)
    return tuple(
        (re.compile(rf"\b(?:{said})\b", re.IGNORECASE), re.compile(rf"\b(?:{needed.lstrip()})\b", re.IGNORECASE))
        for said, needed in pairs
    )


_FAMILIES: Final = _families(_TABLE)
#: Any word that needs another: most claims have none.
_ANY: Final = re.compile("|".join(said.pattern for said, _ in _FAMILIES), re.IGNORECASE)
#: A word behind these is weighed, not asserted.
_WEIGHED: Final = re.compile(
    r"\b(?:not|never|no|nor|neither|without|whether|if|alleged\w*|may|might|could|cannot|nobody|none|denie[sd]|deny|"
    r"suspicion|suspected|question|avoid\w*|prevent\w*)\b",
    re.IGNORECASE,
)
_NEGATION: Final = re.compile(
    r"\b(?!(?:no|not) (?:more|fewer|less|later|longer) than)(?:not|never|no(?!\. ?\d)|none|neither|nor|cannot|nobody|without)\b",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(
    r"[;:]|, (?:and|but|while|which|who|whom|whereas|although|when|where)\b|\band (?=that|the|has|have|had|did|was|were|could)"
)
_ALIKE, _ENOUGH = 0.7, 4
_NEAR: Final = 40


def unneeded(context: Context, claim: Claim) -> Iterator[Miss]:
    """Yield words of harm, intent or frequency of a claim that have no kindred word in what it cites."""
    if claim.sentence.kind not in {"fact", "attribution"} or not _ANY.search(claim.words):
        return
    extracts = [one for support in claim.supports for one in support.extracts]
    if not extracts or not all((one.text.language or "en").startswith("en") or one.translation for one in extracts):
        return
    if any(not one.exact and not one.statement for one in extracts):
        return  # a whole item may say it anywhere, and in more words than are compared here
    said = ""
    for family, needed in _FAMILIES:
        for match in family.finditer(claim.words):
            said = said or _said(context, claim)
            if needed.search(said) or _WEIGHED.search(claim.words[max(0, match.start() - _NEAR) : match.start()]):
                continue
            yield Miss(
                message="a stronger word than the support has", got=match[0],
                expected="the words of the source for what was done", at=match.start(), length=len(match[0]),
            )  # fmt: skip


def _said(context: Context, claim: Claim) -> str:
    records = (context.evidence.index.get(bound.ref) for bound in claim.sentence.bounds)
    counted = [f"{one.what}\n{one.population}" for one in records if isinstance(one, Quantity)]
    quoted = [one.text for one in claim.sentence.quotations]
    passages = [one.exact or one.words for support in claim.supports for one in support.extracts]
    cited = [record for support in claim.supports for record in support.records]
    findings = [record.text for record in cited if isinstance(record, Finding)]
    phrases = [record.speaker_phrase + record.cue for record in cited if isinstance(record, Statement)]
    return "\n".join([*passages, *findings, *phrases, *counted, *quoted])


def unlike_finding(context: Context, claim: Claim) -> Iterator[Miss]:
    """Yield where a claim tells what a finding concludes, but with a “not” more or less, or without its bound or “may”."""
    if claim.sentence.kind not in {"fact", "attribution"}:
        return
    clauses = [(one, set(content_stems(one))) for one in _SPLIT.split(claim.words)]
    for finding, parts in _findings(context):
        for words, stems in clauses:
            theirs, told = max(parts, key=lambda one, stems=stems: len(one[1] & stems))  # type: ignore[misc]
            if len(stems & told) < max(_ENOUGH, _ALIKE * max(len(stems), len(told))):
                continue
            if len(_NEGATION.findall(words)) % 2 != len(_NEGATION.findall(theirs)) % 2:
                yield Miss(
                    message=f"{finding.id} concludes otherwise", got=words.strip()[:80], expected=theirs.strip()[:120],
                    at=claim.words.find(words), length=len(words.strip()),
                )  # fmt: skip
                continue
            yield from _lost_from_finding(claim, words, finding.id, theirs)
            known = {one.value for one in numbers_in(theirs)}
            for number in numbers_in(words) if known else ():
                if number.value not in known:
                    yield Miss(
                        message=f"{finding.id} has another number", got=number.words, expected=theirs.strip()[:120],
                        at=claim.words.find(words) + number.start, length=number.end - number.start,
                    )  # fmt: skip


def _lost_from_finding(claim: Claim, words: str, finding: str, theirs: str) -> Iterator[Miss]:
    """“At least 19 September” of a finding told as “19 September”."""
    said = find_hedges(words)
    for hedge in find_hedges(theirs):
        following = next(iter(re.findall(r"\w+", theirs[hedge.end : hedge.end + _NEAR])), "")
        place = re.search(rf"\b{re.escape(following)}\b", words) if following else None
        if hedge.kind not in {"bound", "approximation"} or place is None:
            continue
        if any(one.end <= place.start() + 1 and place.start() - one.end < _NEAR // 2 for one in said):
            continue
        yield Miss(
            message=f"“{hedge.words}” of {finding} is lost", got=place[0], expected=f"{hedge.words} {following}",
            at=claim.words.find(words) + place.start(), length=len(place[0]),
        )  # fmt: skip
        return


def _findings(context: Context) -> list[tuple[Finding, list[tuple[str, set[str]]]]]:
    """Every finding with its clauses, and the content words of each."""
    if "finding clauses" not in context.shared:
        context.shared["finding clauses"] = [
            (one, [(part, set(content_stems(part))) for part in _SPLIT.split(one.text)])
            for one in context.evidence.findings
        ]
    return context.shared["finding clauses"]  # type: ignore[no-any-return]  # the shared table is untyped by design
