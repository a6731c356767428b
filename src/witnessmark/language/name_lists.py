"""Words by which names are told: titles, heads of organisations, places, peoples, first names."""

from typing import Final

from witnessmark.language.words import load

TITLES: Final = load("titles")
#: Roles in lower case before a name: "spokesman Wang Wenbin".
LOWER_TITLES: Final = load("lower_titles")
#: After these a title still goes on: "High Commissioner for Human Rights Michelle Bachelet".
TITLE_FIELDS: Final = load("title_fields")
ORGANISATION_HEADS: Final = load("organisation_heads")
ORGANISATIONS: Final = load("organisations")
PLACE_HEADS: Final = load("place_heads")
PLACE_STARTS: Final = load("place_starts")
PLACES: Final = load("places")
GROUPS: Final = load("groups")
#: First names; those that are also places ("Georgia") tell nothing.
FIRST_NAMES: Final = load("first_names") | (load("first_names_female") | load("first_names_male")) - PLACES
#: Capitalised for other reasons, in lower case here.
COMMON: Final = load("capitalised_words")
SPEECH: Final = (
    "said|says|told|tells|added|adds|asked|asks|wrote|writes|warned|warns|denied|denies|claimed|claims|argued|argues|"
    "noted|notes|explained|insisted|recalled|testified|stated|states|replied|announced|acknowledged|confirmed|stressed|"
    "urged|vowed|tweeted|described|accused|criticized|criticised|believes|believed|declined|refused|hinted|promised|"
    "concluded|suggested"
)
