"""Whether a statement affirms, denies or declines, what weakens it, and whether it is hearsay."""

import re
from typing import Final

from witnessmark.evidence.statements import Polarity
from witnessmark.language.hedges import find_hedges
from witnessmark.reading.attribution import Attribution
from witnessmark.reading.cue_places import REFUSAL
from witnessmark.reading.word_sets import word_set

_DENYING: Final = word_set(
    """
    deny reject dismiss refute rebut denial denials repudiate disavow dispute oppose opposition
    """
)
_DECLINING: Final = frozenset({"decline", "refuse", "refusal"})
#: Words by which a speaker denies or opposes in his own words.
_DENIAL: Final = re.compile(
    r"\b(?:(?:firmly|completely|strongly|categorically|totally|resolutely)\s+(?:oppos|reject|den|condemn)\w+|"
    r"oppos(?:e|es|ed) to|we oppose|fabricat\w+|baseless|groundless|unfounded|untrue|not true|no truth|nothing to do with|"
    r"(?:is|are|was|were) (?:\w+ )?(?:false|lies|a lie|nonsense|slander)|pure (?:lies|fiction|slander|fabrication)|"
    r"outright (?:lie|lies)|(?:a|an) (?:[\w-]+ ){0,2}lie\b|slander(?:s|ous)?|den(?:y|ies|ied)|reject(?:s|ed)?|"
    r"did not (?:happen|occur|take place|commit|order|kill|torture)|never (?:happened|occurred|existed|took place)|"
    r"no such|do(?:es)? not exist)\b",
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
_WEAK: Final = re.compile(r"\b(?:possible|possibility|in doubt|unconfirmed|unverified|claimed)\b", re.IGNORECASE)
_WEAKENING: Final = frozenset({"modal", "allegation", "hearsay"})
#: Words of the general list that weaken nothing here: a name for a thing, and hearsay that is told as such.
_NO_HEDGES: Final = frozenset({"so-called", "was told", "were told"})
#: A refusal to comment stands at the head of what is said; further in, it is one part of a statement.
_HEAD: Final = 60
_HEARSAY_CUES: Final = frozenset({"hear", "learn", "relate"})


def polarity_of(text: str, attribution: Attribution) -> Polarity:
    """Return whether an attribution affirms, denies or declines (to comment); what a denial denies is not weighed here."""
    words = " ".join(text[start:end] for start, end in attribution.content)
    if attribution.lemma == REFUSAL:
        return "decline"
    if attribution.lemma in _DECLINING or _COMMENT.search(words[:_HEAD]):
        spoken = re.search(
            r"\b(?:comment|answer|say|discuss|speak|respond|elaborate|confirm|named|identified|reply|request|repl\w+|question\w*)\b",
            words[:80],
        )
        return "decline" if spoken or _COMMENT.search(words[:_HEAD]) else "deny"
    if attribution.lemma in _DENYING or _DENIAL.search(words):
        return "deny"
    return "affirm"


def hedges_of(text: str, attribution: Attribution) -> tuple[str, ...]:
    """Return the words that weaken what is said, in order, each once."""
    found: dict[str, None] = {}
    for start, end in attribution.content:
        places = [
            (hedge.start, hedge.words)
            for hedge in find_hedges(text[start:end])
            if hedge.kind in _WEAKENING and hedge.words.lower() not in _NO_HEDGES
        ]
        places += [(match.start(), match[0]) for match in _WEAK.finditer(text, start, end)]
        for _, words in sorted(places):
            found.setdefault(words.lower())
    return tuple(found)


def is_hearsay(text: str, attribution: Attribution) -> bool:
    """Tell whether the speaker passes on what others said ("said they were told"), or only heard it."""
    if attribution.told or attribution.lemma in _HEARSAY_CUES:
        return True
    start, end = attribution.content[0]
    return bool(_HEARSAY.search(text, start, end))
