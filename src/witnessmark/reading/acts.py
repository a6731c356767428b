"""What the tagger takes for words of saying and is none: deeds, names for things, pictures, a participle before its noun."""

import re
from typing import Final

from witnessmark.language.numbers import ONES, TENS
from witnessmark.reading.attribution import Attribution
from witnessmark.reading.cue_meaning import cue_words
from witnessmark.reading.cues import ADVERBS, AUXILIARIES
from witnessmark.reading.word_sets import word_set

_POSTED: Final = re.compile(r"\bpost(?:s|ed|ing)?$", re.IGNORECASE)
#: Nothing but a sum and what it is for: "US$2 million bond". Losses are not here: an army that posts its losses claims them.
_PAID: Final = re.compile(r"\s*(?:\S+\s+){0,5}(?:bond|bail|surety|profits?|earnings|revenues?)[\s.,]*", re.IGNORECASE)
_MARKS: Final = re.compile(r"[“”\"«»]")
#: A participle with a determiner for its noun is no verb: "some estimated death tolls exceeded 100".
_DETERMINER: Final = re.compile(r"(?:some|several|many|most|all|other|these|those|more|few|no)", re.IGNORECASE)
_PARTICIPLE: Final = re.compile(
    r"(?:estimated|suspected|alleged|reported|confirmed|expected|proposed|planned|documented)"
)
#: "There had been 2741 confirmed cases": the number is of cases, and no speaker.
_NUMBER: Final = re.compile(
    rf"(?:\d|\b(?:{'|'.join((*(word for word in (*ONES, *TENS) if word.isascii()), 'hundred', 'thousand', 'million'))}))$",
    re.IGNORECASE,
)
_CASES: Final = re.compile(
    r"(?!(?:that|the|an?|his|her|their|its|no|this|these|those)\b)(?:[a-z-]+\s+){0,3}?[a-z-]+s\b"
)
_NOUN_AND_VERB: Final = re.compile(
    r"(?:[a-z-]+\s+){0,3}?[a-z-]+s\s+(?:was|were|is|are|had|have|has|will|would|could|may|might|rose|fell|went|began|took|[a-z]+ed)\b"
)
#: What courts, parliaments and armies do; only what the tagger is very sure of, or what holds quoted words, is a statement then.
_DEEDS: Final = word_set(
    """
    abolished abolishes adjourned sentenced sentences jailed jails fined convicted indicted arrested detained extradited banned
    bans captured captures compared renamed granted grants unsealed launches suspended suspends postponed cancelled canceled
    collected analyzed analysed assessed hosted scheduled upheld imposes return returned returns closed initiated initiates formed
    elected inaugurated deployed
    """
)
_PICTURES: Final = re.compile(
    r"(?:footage|videos?|photos?|photographs?|pictures?|images?|clips?|cctv|recordings?|film)\b", re.IGNORECASE
)
_SHOWING: Final = re.compile(r"\b(?:show(?:s|ed|ing|n)?|depict(?:s|ed|ing)?|captur(?:es|ed|ing))\b", re.IGNORECASE)
#: "The gate is commonly known as the Old Door": what something is named, by nobody who is told.
_NAMED: Final = re.compile(
    r"(?:(?:is|are|was|were|been|also|now|\w+ly|sometimes|often|has|have)\s)*"
    r"(?:called|known as|nicknamed|dubbed|titled|named|stands for)",
    re.IGNORECASE,
)


def is_act(text: str, each: Attribution) -> bool:
    """Tell whether an attribution is no statement: money posted, a sentence passed, a name given, a picture that shows."""
    if not each.cue or not each.content:
        return False
    return _is_posted(text, each) or _is_noun(text, each) or _is_shown(text, each) or _is_deed(text, each)


def _is_shown(text: str, each: Attribution) -> bool:
    """Tell what can be seen in a picture: nobody states it."""
    source = text[each.source[0][0] : each.source[0][1]] if each.source else ""
    return _PICTURES.search(source) is not None and _SHOWING.search(cue_words(text, each.cue)) is not None


def _is_deed(text: str, each: Attribution) -> bool:
    """Tell a deed or a naming, where no words are quoted and the tagger is not very sure."""
    words = cue_words(text, each.cue)
    quoted = _MARKS.search(text[each.content[0][0] : each.content[-1][1]]) is not None
    if _NAMED.fullmatch(words) and not each.source:
        return True
    if quoted or each.confidence == "high":
        return False
    main = [word for word in words.lower().split() if word not in AUXILIARIES | ADVERBS and not word.endswith("ly")]
    return 0 < len(main) <= len(("sentenced", "by")) and main[0] in _DEEDS


def _is_noun(text: str, each: Attribution) -> bool:
    """Tell a subject in three parts from somebody and a verb: "some | estimated | death tolls" exceeded a number."""
    if not each.source or not each.cue or not each.content or _PARTICIPLE.fullmatch(text[slice(*each.cue[0])]) is None:
        return False
    words = text[slice(*each.content[0])]
    if _NUMBER.search(text[slice(*each.source[0])]):
        return _CASES.match(words) is not None
    return bool(_DETERMINER.fullmatch(text[slice(*each.source[0])]) and _NOUN_AND_VERB.match(words + " "))


def _is_posted(text: str, each: Attribution) -> bool:
    """Tell whether money is posted, and not words: "posted bail", "posted record profits"."""
    if not _POSTED.search(text[each.cue[0][0] : each.cue[-1][1]]):
        return False
    words = text[each.content[0][0] : each.content[-1][1]]
    return not _MARKS.search(words) and bool(_PAID.fullmatch(words))
