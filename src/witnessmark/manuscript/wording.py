"""Words by which sentences of a report are told apart: its office, acts in the world, evidence, work on evidence."""

import re
from typing import Final

#: Who writes the report; the name that the front matter gives the office is read as "the office".
OFFICE: Final = r"(?:the (?:office|mission|commission|team|investigators?|panel|authors?)(?! of)|we|OHCHR)"
#: Past forms of what people do to people and things: a sentence with one says that something happened.
ACTS: Final = (
    "burn(?:ed|t)|beat|beaten|shot|killed|stole|stolen|robbed|tortured|raped|murdered|detained|arrested|imprisoned|jailed|"
    "abducted|kidnapped|hid|hidden|destroyed|looted|fired|struck|hit|kicked|hanged|executed|attacked|threatened|expelled|"
    "deported|evicted|forced|drowned|bombed|shelled|stabbed|punished|poisoned|starved|stripped|confiscated|seized|demolished|"
    "ordered|blindfolded|handcuffed|chained|whipped|opened fire|set fire|dragged|gassed|assaulted|wounded|injured|"
    "buried|enslaved|sterili[sz]ed|silenced|falsified|forged|bribed|embezzled|massacred|exterminated|bulldozed|razed"
)
_PASSIVE: Final = "".join(rf"(?<!\b{word} )" for word in ("was", "were", "been", "being", "be", "is", "are"))
#: An act with its doer: "the guards beat", not "were beaten".
ACTIVE: Final = rf"{_PASSIVE}\b(?:{ACTS})\b"
ACT: Final = re.compile(rf"\b(?:{ACTS})\b", re.IGNORECASE)
#: An act told in passing: "the witnesses whom the guards beat", "because soldiers burned the store".
IN_PASSING: Final = re.compile(
    r"(?<!\banyone )(?<!\bthose )(?<!\bpersons )(?<!\bpeople )(?<!\ball )(?<!investigate )(?<!establish )(?<!determine )"
    r"(?<!identify )(?<!clarify )(?<!examine )(?<!\bknow )(?<!\bask )(?<!\basked )"
    rf"\b(?:who|which|whom|where|because|since|after|how|why|that)\b(?:\W+\w+){{0,5}}?\W+{ACTIVE}",
    re.IGNORECASE,
)
#: What a report rests on.
EVIDENCE: Final = (
    r"(?:accounts?|sources?|witness(?:es)?|interviews?|testimon(?:y|ies)|documents?|statements?|items?|records?|versions?|"
    r"figures?|estimates?|reports?|lists?|evidence|information)"
)
#: What an office does with evidence, with people who give it, and with its report.
WORK: Final = (
    r"(?:interview|collect|preserv|review|verif|examin|analy[sz]|sent|send|wr[io]t|request|receiv|appl[iy]|us|adopt|shar|bas|"
    r"ask|offer|grad|kept|keep|record|withh[eo]ld|compar|obtain|captur|invit|spoken?|speak|met|meet|read|visit|travel|listen|"
    r"watch|check|test|reconcil|contact|consult|stud[iy]|search|look|gather|prefer|rel[iy]|treat|rat|weigh|measur|mapp?|work|"
    r"sought|seek|tr[iy]|attempt|chos|choos|select|exclud|includ|decid|chang|translat|transcrib|identif|thank|"
    r"publish|protect|corroborat|open|clos|cit|quot|count|went|go|set|attach|annex|print|mark|ta?ke|took|put|cross-check|"
    r"assess|evaluat|redact|explain|hear|heard|access|authenticat)(?:ed|d|t|e|es|s|ied|ies|y|ing|ted|led|n)?"
)
#: Words of method: what a section on method speaks of.
METHOD: Final = re.compile(
    rf"\b(?:{EVIDENCE}|{OFFICE}|method\w*|standard|anonym\w+|pseudonym\w*|consent\w*|names?|confidential\w*|access|grounds|"
    r"verif\w+|corroborat\w+|period|scope|mandate|limit\w*|sampl\w+|photograph\w*|images?|questions?|voluntar\w+|interpret\w+|"
    r"translat\w+|web pages?|captures?|safety|risks?|reader\w*|findings?|allegations?|review\w*|quot\w+|data|satellite)\b",
    re.IGNORECASE,
)
#: What makes a sentence a recommendation, or part of one.
ADVICE: Final = re.compile(
    rf"\b(?:should|must|ought|shall|needs? to|is to|are to|recommend\w*|urges?|calls? (?:up)?on|call for)\b|{OFFICE}\b|"
    r"^(?:to|that|and|ensure|end|stop|release|publish|investigate|open|allow|grant|repeal|provide|cooperate|ratify|adopt|"
    r"establish|return|compensate|make|take|give|let|hand|prosecute|protect|refrain|amend|review|inform|disclose|account)\b",
    re.IGNORECASE,
)
#: A sentence that says something reported: then no verb of work makes it one on method.
REPORTED: Final = re.compile(
    r"\b(?:heard|told|learn(?:ed|t)|informed|reports|information|says?|said|states?|stated|found|shows?|records?|recorded|"
    r"confirmed|verified|established|proved|know|knows) that\b|\b(?:was|were|been) told\b",
    re.IGNORECASE,
)
_TELLS: Final = re.compile(
    r"^(?!what|who|how|why|where|when|whether|claim|if)\W*"
    rf"(?:\w+\W+){{1,5}}?(?:{ACTIVE}|(?:was|were|has been|"
    rf"have been|had been) (?:{ACTS}))\b\W*\w", re.IGNORECASE)  # fmt: skip
_WEIGHED: Final = re.compile(
    r"\b(?:may|might|could|would|whether|if|alleged\w*|credible|grounds|not)\b|\?", re.IGNORECASE
)


def tells_an_act(text: str) -> bool:
    """Tell whether words are a sentence in which somebody does something, not a title, a question or a weighing."""
    return bool(_TELLS.match(text)) and not _WEIGHED.search(text)
