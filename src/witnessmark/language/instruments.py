"""Names of legal instruments: conventions, resolutions, laws, document symbols."""

import re
from collections.abc import Iterator
from typing import Final

_HEAD: Final = (
    r"(?:Convention|Covenant|Protocol|Charter|Declaration|Statute|Treaty|Constitution|Regulations?|"
    r"Rules|Principles|Act|Law|Code|Agreement|Directive|Decree)"
)
_FILL: Final = r"(?:of|on|the|against|for|and|in|to|its|or|from|relating|concerning|with|All|all|Other|other|by)"
_CAP: Final = r"[A-Z][\w’-]*"
_FULL: Final = re.compile(
    rf"\b(?:(?:{_CAP}|[A-Z][\w-]+)\s+(?:(?:and|of|to|on)\s+)?){{0,5}}{_HEAD}\b"
    rf"(?:(?:\s+{_FILL}){{1,3}}\s+{_CAP}(?:(?:,?\s+{_FILL}){{0,3}},?\s+{_CAP}){{0,14}})?"
)
_RESOLUTION: Final = re.compile(
    r"\b(?:(?:Security Council|General Assembly|Human Rights Council|Council|Commission)\s+)?[Rr]esolutions?\s+"
    r"(?:[A-Z]/(?:RES|HRC)/)?\d[\d/]*(?:\s\((?:19|20)\d\d\))?"
)
_SYMBOL: Final = re.compile(
    r"\b(?:A|S|E|CAT|CCPR|CERD|CEDAW|CRC|CED|HRI)/[A-Z0-9][A-Z0-9./-]*\d(?:/(?:Add|Corr|Rev)\.\d+)?"
)
_SHORT: Final = re.compile(
    r"\b(?:ICCPR|ICESCR|ICERD|CERD|CEDAW|UDHR|UNCAT|ICPPED|ICRMW|CRPD|ECHR|ACHR|Rome Statute|Geneva Conventions?|"
    r"Magna Carta|Nelson Mandela Rules|Istanbul Protocol|Bangkok Rules)\b"
)
_CLUE: Final = re.compile(rf"{_HEAD}|esolution|[A-Z]/[A-Z0-9]|IC[CEPR]|CE[RD]|UDHR|CRPD|CHR|Magna|UNCAT")
#: A head word alone, or after an opening word only, names no instrument.
_BARE: Final = re.compile(
    rf"(?:(?:The|A|An|This|That|Its|Their|New|In|Under|By)\s+)*(?:Article\s+\d+\s+of\s+the\s+)?{_HEAD}"
)


def find_instruments(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of legal instruments named in full, by symbol or by a settled short name; not in order."""
    if not _CLUE.search(text):
        return
    for pattern in (_RESOLUTION, _SYMBOL, _SHORT):
        for match in pattern.finditer(text):
            yield match.span()
    for match in _FULL.finditer(text):
        lead = re.match(r"(?:The|A|An|This|In|Under|By|And|But|For|To|On|Since|Article|As)\s+", match[0])
        start = match.start() + (lead.end() if lead else 0)
        if not _BARE.fullmatch(text, start, match.end()):
            yield start, match.end()
