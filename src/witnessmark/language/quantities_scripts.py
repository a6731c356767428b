"""Quantities in numerals of Chinese, Arabic, Persian, Russian and Uyghur, where a measure word or unit shows them."""

import re
from collections.abc import Sequence
from typing import Final

from witnessmark.evidence.reading import QuantityMention
from witnessmark.language.numbers import ZH_NUMERAL, parse_number
from witnessmark.language.words import load_table

Span = tuple[int, int]
_D: Final = "[0-9٠-٩۰-۹０-９]"
_DIGITS: Final = rf"(?<!{_D}){_D}(?:[0-9٠-٩۰-۹０-９٬٫.,]{{0,20}}{_D})?(?:[ \u00a0\u202f][0-9]{{3}}){{0,5}}(?!{_D})"
_ZH: Final = re.compile(
    r"(?P<hedge>至少|最多|多达|超过|不到|大约|约|近|将近|估计|高达)?\s?"
    rf"(?P<number>(?:{_DIGITS})?(?<![{ZH_NUMERAL}])[{ZH_NUMERAL}]{{1,20}}|{_DIGITS})(?P<more>多|余|左右)?\s?"
    r"(?P<unit>人|名|位|个|所|座|家|起|例|件|页|%|％|美元|欧元|人民币|元|公里|平方公里|吨)(?P<what>被拘留者|维吾尔人|囚犯|儿童|妇女|平民|记者)?"
)
_HEDGES: Final = load_table("hedges_by_script")
_UNITS: Final = load_table("units_by_script")
_SCALE: Final = (
    "тысяч[аи]?|тыс\\.?|миллион(?:а|ов)?|млн|миллиард(?:а|ов)?|млрд|ألف|آلاف|مليون|ملايين|مليار|مىڭ|"
    "مىليون|مىليارد|هزار|میلیون"
)
_WORDED: Final = "|".join(
    re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True) if not re.match("[\u3400-\u9fff％]", unit)
)
_LED: Final = "|".join(
    hedge for hedge in sorted(_HEDGES, key=len, reverse=True) if not re.match("[\u3400-\u9fff]", hedge)
)
_OTHER: Final = re.compile(
    rf"(?:(?P<hedge>{_LED})\s+)?"
    rf"(?<!\w)(?P<number>{_DIGITS}(?:\s+(?:{_SCALE}))?|"
    rf"(?:{_SCALE}))\s*(?P<adjective>[\u0400-\u04ff]{{3,20}}\s+)?(?P<unit>{_WORDED})(?!\w)",
    re.IGNORECASE,
)
_NEEDED: Final = re.compile("[\u0400-\u04ff\u0600-\u06ff]")
_HAN: Final = re.compile("[\u4e00-\u9fff]")


def find_in_scripts(text: str, taken: Sequence[Span]) -> list[QuantityMention]:
    """Return the quantities of these scripts that overlap none of the spans `taken`, in no order."""
    matches = []
    if _HAN.search(text):
        matches += list(_ZH.finditer(text))
    if _NEEDED.search(text):
        matches += list(_OTHER.finditer(text))
    dated = {at for start, end in taken for at in range(start, end)}
    found = [_mention(match) for match in matches if match.start("number") not in dated]
    return [item for item in found if item is not None]


def _mention(match: re.Match[str]) -> QuantityMention | None:
    value = parse_number(match["number"])
    if value is None:
        return None
    groups = match.groupdict()
    hedge = _HEDGES.get((match["hedge"] or "").lower(), "")
    if groups.get("more"):
        hedge = "about" if groups["more"] == "左右" else "more than"
    unit = _UNITS.get(match["unit"].lower(), match["unit"])
    return QuantityMention(
        start=match.start(), end=match.end(), words="", value=value, low=value if hedge in {"at least",
        "more than"} else None,
        high=value if hedge in {"at most", "up to", "fewer than"} else None, unit=unit, what=groups.get("what") or "",
        hedge=hedge,
    )  # fmt: skip
