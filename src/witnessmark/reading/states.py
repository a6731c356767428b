"""States by the words that stand for them: capitals, peoples, seats of government; and bodies by their initials."""

import re
from typing import Final

#: State: capital or seat that speaks for it / adjective of its people.
_ROWS: Final = """
Afghanistan: Kabul / Afghan; Albania: Tirana / Albanian; Algeria: Algiers / Algerian; Argentina: Buenos Aires / Argentine;
Armenia: Yerevan / Armenian; Australia: Canberra / Australian; Austria: Vienna / Austrian; Azerbaijan: Baku / Azerbaijani;
Bahrain: Manama / Bahraini; Bangladesh: Dhaka / Bangladeshi; Belarus: Minsk / Belarusian; Belgium: Brussels / Belgian;
Bolivia: La Paz / Bolivian; Brazil: Brasilia / Brazilian; Bulgaria: Sofia / Bulgarian; Cambodia: Phnom Penh / Cambodian;
Cameroon: Yaounde / Cameroonian; Canada: Ottawa / Canadian; Chad: N'Djamena / Chadian; Chile: Santiago / Chilean; China:
Beijing, Zhongnanhai / Chinese; Colombia: Bogota / Colombian; Croatia: Zagreb / Croatian; Cuba: Havana / Cuban; Cyprus:
Nicosia / Cypriot; Czech Republic: Prague / Czech; Denmark: Copenhagen / Danish; Ecuador: Quito / Ecuadorian; Egypt: Cairo /
Egyptian; Eritrea: Asmara / Eritrean; Estonia: Tallinn / Estonian; Ethiopia: Addis Ababa / Ethiopian; Finland: Helsinki /
Finnish; France: Paris, Elysee / French; Georgia: Tbilisi / Georgian; Germany: Berlin / German; Ghana: Accra / Ghanaian;
Greece: Athens / Greek; Guatemala: Guatemala City / Guatemalan; Haiti: Port-au-Prince / Haitian; Honduras: Tegucigalpa /
Honduran; Hungary: Budapest / Hungarian; Iceland: Reykjavik / Icelandic; India: New Delhi, Delhi / Indian; Indonesia: Jakarta
/ Indonesian; Iran: Tehran / Iranian; Iraq: Baghdad / Iraqi; Ireland: Dublin / Irish; Israel: Jerusalem / Israeli; Italy: Rome
/ Italian; Japan: Tokyo / Japanese; Jordan: Amman / Jordanian; Kazakhstan: Astana, Nur-Sultan / Kazakh; Kenya: Nairobi /
Kenyan; Kosovo: Pristina / Kosovar; Kyrgyzstan: Bishkek / Kyrgyz; Laos: Vientiane / Laotian; Latvia: Riga / Latvian; Lebanon:
Beirut / Lebanese; Libya: Tripoli / Libyan; Lithuania: Vilnius / Lithuanian; Malaysia: Kuala Lumpur / Malaysian; Mali: Bamako
/ Malian; Mexico: Mexico City / Mexican; Moldova: Chisinau / Moldovan; Mongolia: Ulaanbaatar / Mongolian; Morocco: Rabat /
Moroccan; Myanmar: Naypyidaw / Burmese; Nepal: Kathmandu / Nepalese; Netherlands: The Hague / Dutch; Nicaragua: Managua /
Nicaraguan; Nigeria: Abuja / Nigerian; North Korea: Pyongyang / North Korean; Norway: Oslo / Norwegian; Pakistan: Islamabad /
Pakistani; Peru: Lima / Peruvian; Philippines: Manila / Philippine; Poland: Warsaw / Polish; Portugal: Lisbon / Portuguese;
Qatar: Doha / Qatari; Romania: Bucharest / Romanian; Russia: Moscow, Kremlin / Russian; Rwanda: Kigali / Rwandan; Saudi
Arabia: Riyadh / Saudi; Serbia: Belgrade / Serbian; Somalia: Mogadishu / Somali; South Africa: Pretoria / South African; South
Korea: Seoul / South Korean; Spain: Madrid / Spanish; Sri Lanka: Colombo / Sri Lankan; Sudan: Khartoum / Sudanese; Sweden:
Stockholm / Swedish; Switzerland: Bern / Swiss; Syria: Damascus / Syrian; Taiwan: Taipei / Taiwanese; Tajikistan: Dushanbe /
Tajik; Thailand: Bangkok / Thai; Tunisia: Tunis / Tunisian; Turkey: Ankara / Turkish; Turkmenistan: Ashgabat / Turkmen;
Uganda: Kampala / Ugandan; Ukraine: Kyiv, Kiev / Ukrainian; United Arab Emirates: Abu Dhabi / Emirati; United Kingdom: London,
Downing Street, Britain, U.K., UK / British; United States: Washington, U.S., US, America, White House / American; Uzbekistan:
Tashkent / Uzbek; Venezuela: Caracas / Venezuelan; Vietnam: Hanoi / Vietnamese; Yemen: Sanaa / Yemeni; Zimbabwe: Harare /
Zimbabwean
"""


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in _ROWS.replace("\n", " ").split(";"):
        state, _, rest = (part.strip() for part in row.partition(":"))
        seats, _, people = rest.partition("/")
        for word in (state, *seats.split(","), people):
            table[" ".join(word.split()).lower()] = state
    return table


_STATES: Final = _table()
_OFFICE: Final = re.compile(
    r"(?:'s)? (?:government|authorities|state|foreign ministry|ministry of foreign affairs|regime|leadership|"
    r"government officials)$"
)
#: Bodies by what they are called in full, to the initials that reports cite them by.
_INITIALS: Final = {
    "un human rights office": "OHCHR",
    "united nations human rights office": "OHCHR",
    "office of the high commissioner for human rights": "OHCHR",
    "human rights watch": "HRW",
    "international labour organization": "ILO",
    "world health organization": "WHO",
    "un refugee agency": "UNHCR",
}


def state_of(phrase: str) -> str:
    """Return the State that a phrase speaks for ("Beijing", "Chinese", "the Chinese government"), "" if none."""
    words = phrase.lower().replace("’", "'").removeprefix("the ").strip()
    bare = _OFFICE.sub("", words)
    bare = bare.removesuffix("'s").removesuffix("'")
    return _STATES.get(bare, "")


def initials_of(body: str) -> str:
    """Return the initials of a well-known body, "" if it is not known."""
    return _INITIALS.get(body.lower().replace(".", "").removeprefix("the "), "")


def is_government(phrase: str) -> bool:
    """Tell whether a phrase names the government of a State rather than the State or its capital."""
    return re.search(r"\b(?:government|regime|leadership|administration)$", phrase.strip(), re.IGNORECASE) is not None
