"""What numbers count: nouns of persons, measures and money, and the words where a noun phrase stops."""

from typing import Final

from witnessmark.language.words import load, load_table

#: Plural nouns of persons that no ending tells.
PERSONS: Final = load("persons")
#: Nouns that end like persons and are none.
NOT_PERSONS: Final = load("not_persons")
PERSON_ENDINGS: Final = ("ers", "ors", "ists", "ees", "men", "women", "ians", "ants", "folk")
#: Measures and money: word → canonical unit, ISO 4217 code.
UNITS: Final = load_table("units")
CURRENCIES: Final = load_table("currencies")
#: Units of time: numbers of these are durations and ages, which dates read.
TIMES: Final = frozenset(
    [
        "second",
        "seconds",
        "minute",
        "minutes",
        "hour",
        "hours",
        "day",
        "days",
        "night",
        "nights",
        "week",
        "weeks",
        "weekend",
        "weekends",
        "month",
        "months",
        "year",
        "years",
        "decade",
        "decades",
        "century",
        "centuries",
        "fortnight",
        "quarter",
        "quarters",
        "o’clock",
        "o'clock",
        "am",
        "pm",
        "a.m",
        "p.m",
        "years-old",
        "year-old",
        "times",
        "time",
    ]
)
#: Words that end the noun phrase after a number.
STOPS: Final = load("noun_phrase_stops")
#: Singular nouns that "one" and "1" may count.
ONE_OF: Final = load("countable_singulars")
IRREGULAR: Final = frozenset(
    ("people", "men", "women", "children", "police", "personnel", "staff", "troops", "crew", "lives", "feet", "cattle")
)
#: Verbs that show a bare number to be one of persons.
PERSON_VERBS: Final = (
    r"killed|dead|died|die|wounded|injured|hurt|missing|arrested|detained|imprisoned|jailed|held|languish\w*|fled|flee|"
    r"displaced|deported|tortured|executed|abducted|kidnapped|disappeared|sentenced|interned|starv\w+|suffer\w*|"
    r"evacuated|rescued|homeless|infected|incarcerated|behind bars|in prison|in custody|in detention|in camps|"
    r"hospitali[sz]ed|shot|stabbed|beaten|aboard|on board|survived|trapped|quarantined|drowned|buried|unaccounted for|"
    r"taken (?:hostage|captive|prisoner|away|to hospital|into custody)|convicted|charged|poisoned|"
    r"attended|gathered|marched|protested|bereaved|orphaned|raped|released|freed"
)
