"""Whether a statement affirms, denies or declines, what weakens it, and whether it is hearsay."""

import re
from typing import Final

from witnessmark.evidence.statements import Polarity
from witnessmark.language.hedges import find_hedges
from witnessmark.reading.attribution import Attribution
from witnessmark.reading.cue_meaning import cue_meaning, cue_words
from witnessmark.reading.cue_places import REFUSAL
from witnessmark.reading.word_sets import word_set

#: Words by which a speaker calls what others say untrue.
_UNTRUE: Final = re.compile(
    r"\b(?:(?:is|are|was|were|be|as|completely|totally|entirely|simply|just|utterly|“|\")\s*(?:\w+ly\s+)?(?:fabricat\w+|baseless|"
    r"groundless|unfounded|untrue|false|lies|a lie|nonsense|slander(?:ous)?|ridiculous|absurd|a hoax)|"
    r"baseless|groundless|unfounded|untrue|fabricated|not true|no truth|nothing to do with|"
    r"pure (?:lies|fiction|slander|fabrication)|"
    r"(?:a|an|the) (?:[\w-]+ ){0,2}lies?\b|outright lies?|"
    r"(?:a|an|pure|complete|total) (?:\w+ )?(?:fabrication|forgery|fiction|smear)|completely fabricated|"
    r"had no (?:role|part|hand) in|(?:was|were) not involved|"
    r"(?:was|were|is|are) innocent|did not (?:happen|occur|take place|commit|order|kill|torture)|"
    r"never (?:happened|occurred|existed|took place|took part)|no such|do(?:es)? not exist)\b",
    re.IGNORECASE,
)
#: Words by which a speaker denies or opposes in his own name, where he or his side is the subject.
_OWN: Final = re.compile(
    r"^\W*(?:that\s+)?(?P<subject>we|i|he|she|they|it|[A-Z][\w’']+)\s+(?:(?!not\b|never\b)[\w’']+\s+){0,2}?"
    r"(?:den(?:y|ies|ied)|reject(?:s|ed)?|oppos(?:e|es|ed)|disagree[sd]?|refute[sd]?)\b",
    re.IGNORECASE,
)
_FIRMLY: Final = re.compile(
    r"\b(?:firmly|completely|strongly|categorically|totally|resolutely|vehemently)\s+(?:oppos|reject|den)\w+|\bwe oppose\b",
    re.IGNORECASE,
)
#: Nobody answers: "neither agency responded", "no one could be reached".
_SILENT: Final = re.compile(
    r"^(?:neither|none|nobody|no one|no)\b.{0,60}\b(?:respond|returned|repl(?:y|ied)|"
    r"commented|be reached|(?:can|could|would) say)\b",
    re.IGNORECASE,
)
_COMMENT: Final = re.compile(
    r"\b(?:(?:declin|refus)\w+ to (?:comment|answer|say|discuss|speak|respond|elaborate|confirm|"
    r"be (?:named|identified|interviewed))|"
    r"no comment|(?:would|did|could|does|do) not (?:immediately |directly )?(?:comment|respond|reply|return|answer|elaborate)|"
    r"could not be reached)",
    re.IGNORECASE,
)
_HEARSAY: Final = re.compile(
    r"\b(?<!nobody )(?<!no one )(?:was|were|been|being) told|\bhad heard|\bheard (?:that|from)|"
    r"\b(?:told|informed) (?:him|her|them|me|us) (?:that|about|of)|"
    r"\breportedly|\b(?:is|are|was|were) said to|\baccording to|\brumou?rs? (?:that|of)|\blearned from",
    re.IGNORECASE,
)
#: What weakens a statement although the general list of hedges does not hold it.
_WEAK: Final = re.compile(
    r"\b(?:(?<!as soon as )(?<!as much as )(?<!as many as )(?<!if )possible|possibility|in doubt|unconfirmed|unverified|"
    r"unlikely|maybe|"
    r""
    r"(?<!\bI )(?<!\bwe )(?<!\bWe )(?<!n't )(?<!n’t )(?<!not )(?:believes?(?! in\b)|suspects? that|estimates that)|"
    r"apparent(?!ly)|potential(?!ly)|(?:is|are|was|were) feared|presumed|alleging|"
    r"unclear|uncertain|appear(?= to\b))\b",
    re.IGNORECASE,
)
_WEAKENING: Final = frozenset({"modal", "allegation", "hearsay"})
#: Words of the general list that weaken nothing here: names for things, what somebody is said to accuse, hearsay told as such.
_NO_HEDGES: Final = word_set("so-called accused accuses indicate indicates indicated")
_TOLD: Final = frozenset({"was told", "were told", "according to"})
_ABILITY: Final = re.compile(r"\s+not\b|\s+no longer\b")
#: "May God help them" wishes.
_WISH: Final = re.compile(r"\s+(?:[A-Z]|(?:he|she|they|we|you|his|her|their|all)\b)")
#: A verb of saying in the passive, nobody named as saying it: the reporter keeps a distance.
_NOBODYS: Final = re.compile(
    r"\b(?:is|are|was|were|been|being)\s+(?:\w+\s+)?(?P<verb>reported|said|expected|claimed|considered|rumou?red)\b",
    re.IGNORECASE,
)
_HEARSAY_CUES: Final = frozenset({"hear", "learn", "relate"})
#: So many code points before a participle may hold its auxiliary: "has been widely".
_AUXILIARY: Final = 16
_THIRD: Final = frozenset({"he", "she", "they", "it"})
#: So many code points of a content tell what is refused, denied by its subject.
_HEAD: Final = 60


def polarity_of(text: str, attribution: Attribution) -> Polarity:
    """Return whether an attribution affirms, denies or declines (to comment); what a denial denies is not weighed here."""
    words = " ".join(text[start:end] for start, end in attribution.content)
    by_cue = cue_meaning(text, attribution.cue, words[:_HEAD]).polarity
    if _SILENT.search(_source_and_cue(text, attribution)):
        return "decline"
    if attribution.lemma == REFUSAL or by_cue == "decline" or _COMMENT.match(words):
        return "decline"
    if by_cue == "deny" or _UNTRUE.search(words) or _FIRMLY.search(words):
        return "deny"
    return "deny" if _denies_himself(text, attribution, words[:_HEAD]) else "affirm"


def _source_and_cue(text: str, attribution: Attribution) -> str:
    spans = [*attribution.source[:1], *attribution.cue, *attribution.content[:1]]
    return " ".join(text[start : min(end, start + _HEAD)] for start, end in spans)


def _denies_himself(text: str, attribution: Attribution, words: str) -> bool:
    """Tell whether the content opens with its own speaker as the one who denies: "said he rejects it"."""
    match = _OWN.match(words)
    if match is None:
        return False
    subject = match["subject"].lower()
    source = " ".join(text[start:end] for start, end in attribution.source).lower()
    if subject in {"we", "i"}:
        return True
    if subject in _THIRD:
        return source not in _THIRD or source == subject
    return subject in source


def hedges_of(text: str, attribution: Attribution) -> tuple[str, ...]:
    """Return the words that weaken what is said or keep a distance from it, those of the cue first, each once."""
    found: dict[str, None] = dict.fromkeys(cue_meaning(text, attribution.cue).hedges)
    nobodys = None if attribution.source else _NOBODYS.search(_with_auxiliary(text, attribution))
    if nobodys is not None:
        found.setdefault(nobodys["verb"].lower())
    for start, end in attribution.content:
        places = [
            (hedge.start, hedge.words)
            for hedge in find_hedges(text[start:end])
            if hedge.kind in _WEAKENING and not _is_plain(text, start + hedge.end, hedge.words.lower())
        ]
        places += [(match.start() - start, match[0]) for match in _WEAK.finditer(text, start, end)]
        for _, words in sorted(places):
            found.setdefault(words.lower())
    return tuple(found)


def _with_auxiliary(text: str, attribution: Attribution) -> str:
    """Return the words of a cue with those right before it, where its auxiliary may stand."""
    before = text[max(0, attribution.cue[0][0] - _AUXILIARY) : attribution.cue[0][0]] if attribution.cue else ""
    return before + cue_words(text, attribution.cue)


def _is_plain(text: str, end: int, words: str) -> bool:
    """Tell whether a word of the list of hedges weakens nothing where it stands: "could not" tells an ability."""
    if words == "may" and text[end - 3 : end] == "May" and _WISH.match(text, end):
        return True
    return words in _NO_HEDGES or words in _TOLD or (words == "could" and _ABILITY.match(text, end) is not None)


def is_hearsay(text: str, attribution: Attribution) -> bool:
    """Tell whether the speaker passes on what others said ("said they were told"), or only heard it."""
    meaning = cue_meaning(text, attribution.cue)
    if attribution.told or meaning.heard or {attribution.lemma, meaning.lemma} & _HEARSAY_CUES:
        return True
    return any(_HEARSAY.search(text, start, end) for start, end in attribution.content)
