"""Words for persons: the roles by which a text names them, the nouns for one person or for several, and their gender."""

import re
from functools import cache
from typing import Final, Literal

from witnessmark.language.counted_nouns import PERSON_ENDINGS, PERSONS
from witnessmark.language.words import load
from witnessmark.reading.word_sets import word_set

Gender = Literal["m", "f"]
#: Heads of roles that one person at a time holds: with *the*, they mean somebody named before.
ROLE_HEADS: Final = word_set(
    """
    ambassador commissioner president minister spokesman spokeswoman spokesperson chief director chairman chairwoman chairperson
    chair secretary envoy lawyer attorney governor mayor senator representative judge justice prosecutor professor researcher
    analyst activist candidate nominee leader premier chancellor rapporteur commander general colonel captain major lieutenant
    sergeant admiral inspector superintendent detective constable sheriff officer manager executive strategist adviser advisor
    aide editor reporter journalist author writer pollster doctor physician surgeon teacher head coach king queen prince princess
    sultan emir pope bishop archbishop cardinal imam rabbi priest pastor expert detainee survivor founder co-founder cofounder
    owner actor actress singer musician artist biologist historian economist scientist astronomer engineer sociologist
    psychologist scholar speaker deputy congressman congresswoman congressperson lawmaker legislator mp councillor councilor
    counsel ombudsman coordinator correspondent photographer photojournalist columnist critic organiser organizer
    campaigner advocate chaplain coroner pathologist vice-president co-author principal dean rector ceo cfo cto trustee
    treasurer undersecretary curator dictator monarch duke duchess skipper striker player driver pilot suspect defendant
    secretary-general director-general attorney-general governor-general commander-in-chief editor-in-chief
    vice-chair vice-chancellor plaintiff gunman attacker shooter killer victim whistleblower president-elect
    challenger rival incumbent frontrunner
    hostess host administrator supervisor warden planner specialist meteorologist seismologist epidemiologist virologist
    negotiator solicitor barrister
    """
)
#: Nouns for one person whom the text need not name.
ONE_PERSON: Final = word_set(
    """
    woman man girl boy witness survivor resident villager neighbour neighbor wife husband widow widower sister brother mother
    father daughter son uncle aunt cousin grandfather grandmother nephew niece fiancé fiancée fiance fiancee girlfriend boyfriend
    partner parent child student pupil worker prisoner inmate source official farmer nurse refugee migrant relative schoolteacher
    employee colleague friend passenger protester demonstrator shopkeeper soldier policeman policewoman fighter supporter voter
    diplomat teenager person insider bystander onlooker eyewitness user customer fan tourist local patient respondent member
    first second third fourth fifth latter caller blogger reader viewer listener commenter spectator staffer broadcaster
    passer-by passerby motorist pensioner businessman businesswoman veteran rescuer firefighter paramedic guard
    """
)
_MALE: Final = word_set(
    """
    mr sir lord king prince chairman spokesman congressman father man boy husband brother son grandfather uncle nephew widower
    actor emir sultan pope duke gunman policeman businessman salesman boyfriend fiancé bishop archbishop cardinal imam monk
    """
)
_FEMALE: Final = word_set(
    """
    mrs ms miss dame lady queen princess chairwoman spokeswoman congresswoman mother woman girl wife widow sister daughter
    grandmother aunt niece actress duchess policewoman businesswoman girlfriend fiancée nun hostess
    """
)
#: Words for several persons who act as one.
_BODIES_OF_SEVERAL: Final = frozenset(
    {"authorities", "forces", "republicans", "democrats", "countries", "nations", "parties"}
)
_BOTH: Final = frozenset({"actor", "gunman"})
_MEN: Final = load("first_names_male")
_WOMEN: Final = load("first_names_female")
#: Where the head of a noun phrase ends: a preposition, a participle or relative clause after it.
_AFTER_HEAD: Final = re.compile(
    r"\s+(?:of|for|on|in|at|from|to|with|who|whose|which|that|near|by|among|against|about|under|within|inside|outside|behind|"
    r"including|such as|speaking|working|living|representing|familiar|close|briefed|interviewed|involved|based|named|identified|"
    r"known|present|responsible|investigating|fleeing|held|gathered|across|around|between|who|told|contacted|reached)\b|[,(—–]"
)
_LEAD: Final = re.compile(
    r"^(?:(?:the|a|an|this|that|these|those|some|many|most|several|few|other|another|one|two|three|four|five|his|her|their|its|our|"
    r"my|all|both|any|every|each|more|\d+)\s+)+",
    re.IGNORECASE,
)


def head_of(phrase: str) -> str:
    """Return the head noun of a noun phrase in lower case: "ministry" of "the foreign ministry of Valdoria"."""
    words = _AFTER_HEAD.split(phrase.strip())[0].lower().split()
    return words[-1].strip("“”\"'’.") if words else ""


def without_determiner(phrase: str) -> str:
    """Return a phrase without article, possessive pronoun or number at its front; the whole where nothing would be left."""
    return _LEAD.sub("", phrase) or phrase


def has_role(phrase: str) -> bool:
    """Tell whether a phrase names one person by what he is: a role, *woman*, *witness*."""
    return head_of(phrase) in ROLE_HEADS | ONE_PERSON


def is_plural(phrase: str) -> bool:
    """Tell whether the head of a phrase means several persons: officials, police, people."""
    head = head_of(phrase)
    return (
        head in PERSONS - {"person"}
        or head in _BODIES_OF_SEVERAL
        or head.endswith(PERSON_ENDINGS)
        or (head.endswith("s") and head[:-1] in ROLE_HEADS)
    )


def gender_of(phrase: str) -> str:
    """Return m or f where a word of the phrase or a first name tells it, else the empty string."""
    words = set(re.findall(r"[\w-]+", phrase.lower()))
    if words & _FEMALE:
        return "f"
    if words & (_MALE - _BOTH):
        return "m"
    return ""


@cache
def gender_of_name(name: str) -> str:
    """Return m or f where the first name of a full name is one of men or of women only, else the empty string."""
    first, _, last = name.partition(" ")
    first = first if last else ""
    if first in _WOMEN:
        return "" if first in _MEN else "f"
    return "m" if first in _MEN else ""
