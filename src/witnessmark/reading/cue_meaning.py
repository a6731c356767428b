"""What a cue does, told by its own words: its verb without auxiliaries and adverbs, whether it denies, declines or weakens."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from witnessmark.evidence.reading import Span
from witnessmark.evidence.statements import Polarity
from witnessmark.reading.cues import ADVERBS, AUXILIARIES, DOUBLE, NOUN_CUES, SINGLE
from witnessmark.reading.word_sets import word_set

#: The beginnings of words that deny or reject what follows, verbs and nouns; "refuse" and "decline" have their own rule.
_DENYING: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|dismiss(?:e[sd]|ing|al|ive)?|refut(?:e[sd]?|ing|ation)|rebut\w*|"
    r"repudiat\w+|disavow\w*|disput(?:e[sd]?|ing)|oppos(?:e[sd]?|ing|ition)|contradict\w*|disagree\w*|rebuff\w*|"
    r"object(?:s|ed|ing|ions?)?\b(?= to|$)|rul(?:e[sd]?|ing) out|(?:plead(?:s|ed|ing)?|pled) not guilty|"
    r"brush(?:e[sd]|ing)? (?:off|aside)|shrug(?:s|ged) off|shot down|voted against)\b",
    re.IGNORECASE,
)
_REFUSING: Final = re.compile(r"\b(?:declin|refus)(?:e[sd]?|ing|al)\b", re.IGNORECASE)
_NEGATION: Final = re.compile(r"\b(?:not|never|no longer|cannot)\b|n[’']t\b", re.IGNORECASE)
#: Verbs of opinion and consent: who does not hold them is against what follows.
_CONSENT: Final = re.compile(
    r"\b(?:agree|accept|believe|think|support|recogni[sz]e|endorse|buy|approve|want|share|consent|intend|plan)s?\b",
    re.IGNORECASE,
)
#: Verbs whose own denial turns them round: "did not deny" affirms.
_ANSWER: Final = (
    r"comment(?:ed|ing|s)?|answer(?:ed|ing|s)?|say|discuss|speak|respond(?:ed)?|repl(?:y|ied)|elaborate|confirm|specify|"
    r"disclose|reveal|identify|name|explain|divulge|provide|give|go into|talk|take questions|be (?:named|identified|drawn|"
    r"interviewed|quoted)|return(?:ed)?|clarify|address"
)
_REFUSAL: Final = re.compile(
    rf"\b(?:declin|refus)(?:e[sd]?|ing|al)\s+(?:\w+ly\s+)?(?:(?:multiple|several|repeated|all|any)\s+)?"
    rf"(?:to\s+(?:\w+ly\s+)?(?:{_ANSWER})\b|(?:further\s+)?comment|requests?|(?:an?\s+)?interviews?)|"
    r"\bno (?:further |immediate )?comment|"
    r"\b(?:would|did|could|does|do|has|have|had|will)(?:\s+not|n[’']t)\s+(?:\w+ly\s+)?(?:yet\s+)?(?:publicly\s+)?"
    r"(?:comment(?:ed)?|respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|answer(?:ed)?|elaborate[d]?|sa(?:y|id)\s+(?:who|what|when|where|why|how|"
    r"whether|if|more)|specify|specified|discuss|confirm(?:ed)? or deny)|"
    r"\b(?:could|can)(?:\s+not|n[’']t)\s+(?:immediately\s+)?be (?:\w+ly\s+)?(?:reached|contacted)|"
    r"\b(?:was|were|is|are)(?:\s+not|n[’']t)\s+(?:\w+ly\s+)?available (?:for|to) comment|\bunavailable for comment|"
    r"\b(?:remained|stayed|kept|been) silent\b|\bwithout (?:comment|elaborating)",
    re.IGNORECASE,
)
_NEGATED_ANSWER: Final = re.compile(
    r"\b(?:comment|respond|reply|answer|elaborate|return|specify|discuss|say|disclose)(?:ed|d)?\b", re.IGNORECASE
)
#: Words of a cue by which who speaks, or who reports it, keeps a distance from its truth.
_WEAK: Final = re.compile(
    r"\b(?:believ(?:e[sd]?|ing)|beliefs?|think(?:s|ing)?|thought|suspect(?:s|ed|ing|ions?)?|estimat(?:e[sd]?|ing)|fear(?:s|ed|ing)?|"
    r"hint(?:s|ed|ing)?|suggest(?:s|ed|ing|ions?)?|speculat(?:e[sd]?|ing|ion)|assum(?:e[sd]?|ing)|presum(?:e[sd]?|ing)|guess(?:e[sd])?|"
    r"alleg(?:e[sd]?|ing|edly|ations?)|reportedly|apparently|purportedly|supposedly|appear(?:s|ed)? to|seem(?:s|ed)? to|"
    r"possibly|perhaps|may(?= (?:have|be)\b)|might|could(?= (?:have|be)\b)|rumou?r(?:s|ed)|"
    r"(?:is|are|was|were) said to|(?:is|was|were|are)(?: not|n[’']t) sure|unsure)\b",
    re.IGNORECASE,
)
#: Words by which a text says that the words are not those of whom they were put to, or that nobody said them.
_DISOWNED: Final = re.compile(
    r"\b(?:misquot\w+|misattribut\w+|(?:falsely|wrongly|incorrectly|mistakenly|erroneously|inaccurately)\s+"
    r"(?:quot|cit|attribut)\w+|(?:never|not)\s+(?:been\s+)?(?:quoted|cited)|"
    r"never\s+(?:once\s+)?(?:said|says|say|told|claimed|stated|wrote|written|uttered|announced|reported|admitted|confirmed))\b",
    re.IGNORECASE,
)
_HEARING: Final = re.compile(
    r"\b(?:heard|hears|hearing|learn(?:ed|t|s)? (?:from|that)|(?:was|were|been|being) (?:told|informed|warned|briefed)|rumou?rs?|"
    r"reportedly|(?:is|are|was|were) said to)\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?(?:-[^\W\d_]+)*")
#: Cue nouns that stand for no verb of the table of verbs.
_NOUNS: Final = word_set(
    "statement word words message comment comments remark remarks testimony finding findings view opinion"
)


class CueMeaning(NamedTuple):
    """The lemma of a cue's verb or noun ("" if none is known), whether it is negated, what it does, what in it weakens."""

    lemma: str
    negated: bool
    polarity: Polarity
    hedges: tuple[str, ...]
    heard: bool


def cue_words(text: str, cue: Sequence[Span]) -> str:
    """Return the words of a cue's spans with single spaces."""
    return " ".join(" ".join(text[start:end].split()) for start, end in cue)


def cue_meaning(text: str, cue: Sequence[Span], said: str = "") -> CueMeaning:
    """Return what a cue does. `said` is how the content begins: "declined" says less than "declined" with "to comment".

    The cue may be a whole verb phrase ("has repeatedly denied", "was quoted by AP as saying") or a noun ("claims").
    """
    words = cue_words(text, cue)
    return CueMeaning(
        lemma=lemma_of(words),
        negated=bool(_NEGATION.search(words)),
        polarity=_polarity(words, said),
        hedges=tuple(dict.fromkeys(match[0].lower() for match in _WEAK.finditer(words))),
        heard=bool(_HEARING.search(words)),
    )


def is_disowned(text: str, cue: Sequence[Span]) -> bool:
    """Tell whether the text itself says that the words were never said, or not by whom they were put to."""
    return _DISOWNED.search(cue_words(text, cue)) is not None


def lemma_of(words: str) -> str:
    """Return the lemma of the first word of a cue that says something, auxiliaries and adverbs stepped over."""
    parts = [match[0].lower().replace("’", "'") for match in _WORD.finditer(words)]
    for at, part in enumerate(parts):
        following = parts[at + 1] if at + 1 < len(parts) else ""
        if (part, following) == ("according", "to"):
            return "according to"
        if part in AUXILIARIES or part in ADVERBS or (part.endswith("ly") and part != "reply"):
            continue
        cue = DOUBLE.get((part, following)) or SINGLE.get(part)
        if cue is not None:
            return cue.lemma
        if part in NOUN_CUES or part in _NOUNS:
            return part
    return ""


def _polarity(words: str, said: str) -> Polarity:
    together = f"{words} {said}"
    if _DISOWNED.search(words):
        return "deny"
    refusal = _REFUSAL.search(together[: len(words) + _OBJECT])
    if refusal is not None and (refusal.start() < len(words) or _OWN.match(said)):
        return "decline"
    negated = _NEGATION.search(_PLEA.sub("", words)) is not None
    denies = _DENYING.search(words) is not None or bool(_PLEA.search(together))
    if denies:
        return "affirm" if negated else "deny"
    if _REFUSING.search(words):
        return "affirm" if negated else "deny"
    if negated and _NEGATED_ANSWER.search(words):
        return "deny" if "never" in words.lower() else "decline"
    return "deny" if negated and _CONSENT.search(words) else "affirm"


#: Who speaks of himself: "said it would not comment", but not "said the army had not answered".
_OWN: Final = re.compile(r"\W*(?:that\s+)?(?:he|she|it|they|we|i)\b", re.IGNORECASE)
#: So many code points of the content tell what is refused.
_OBJECT: Final = 40
_PLEA: Final = re.compile(r"\b(?:plead(?:s|ed|ing)?|pled)\s+[“\"']?not guilty", re.IGNORECASE)
