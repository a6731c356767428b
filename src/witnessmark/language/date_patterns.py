"""English date expressions as patterns; each is tried only where its first word stands."""

import re
from typing import Final

MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|"
    r"DEC)\b\.?)(?!\w)"
)
WEEKDAY: Final = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
    r"|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)(?!\w)"
)
DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%])(?![.,:]\d)"
YEAR: Final = r"(?:1[5-9]|2[01])\d\d(?!\w)(?![.,]\d)"
UNIT: Final = r"(?:minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade)"
SMALL: Final = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|"
    r"nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|"
    r"eight|nine))?)"
)
VAGUE: Final = (
    r"(?:several|a few|few|many|some|a number of|a couple of|a couple|couple of|numerous|recent|"
    r"(?:dozens|hundreds|thousands|millions|billions|tens of thousands|hundreds of thousands) of)"
)
COUNT: Final = (
    rf"(?P<count>(?:\d{{1,3}}(?:\.\d+)?|{SMALL}|an?|several|a few)[ -](?:hundred|thousand|million|billion|trillion)"
    rf"|\d{{1,3}}(?:,\d{{3}})+|\d{{1,2}}(?: 1/2|½)|\d{{1,4}}(?:\.\d)?|{SMALL}(?: and a half)?|half an?|half(?=[ -])"
    rf"|an?(?=[ -])|{VAGUE})"
)
_EDGED: Final = r"(?:(?P<edge>(?i:early|earlier|late|later|mid))(?:[ -]+(?:on|in|the))*[ -]+)?"
ZONE: Final = (
    r"(?:(?:UTC|GMT)(?: ?[+\-−]\d{1,2}(?::?\d\d)?)?|(?:CES?T|EES?T|WES?T|[ECMP][SD]T|BST|MSK|IST|JST|ICT|ET|PT)\b"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:local |standard |summer )?time\b|local time\b|Z\b)"
)

ISO: Final = re.compile(
    r"(?P<value>\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r"(?:[T ](?P<hour>[01]\d|2[0-4]):?[0-5]\d(?::?[0-5]\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|"
    r"[+-]\d\d:?(?:\d\d)?))?)?)(?!\w)(?!-\d)"
)
ISO_WEEK: Final = re.compile(r"(?P<value>\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3]))(?!\w)")
ISO_MONTH: Final = re.compile(r"(?P<value>(?:1[5-9]|2[01])\d\d-(?:0[1-9]|1[0-2]))(?![\w-])")
YEAR_FIRST: Final = re.compile(r"(?P<y>(?:1[5-9]|2[01])\d\d)[/.](?P<m>\d\d?)[/.](?P<d>\d\d?)(?![\w/])")
SLASHED: Final = re.compile(r"(?P<a>\d\d?)(?P<sep>[/.\-])(?P<b>\d\d?)(?P=sep)(?P<y>\d{4}|\d\d)(?![\w/]|[.-]\d)")
DAY_MONTH: Final = re.compile(
    rf"(?P<d>{DAY})(?:\s?(?P<join>[-–—/]|to|and|or|until)\s?(?P<d2>{DAY}))?(?:\s+(?:day\s+)?of|-)?\s*(?P<m>{MONTH})"
    rf"(?:(?:\s*,\s*|\s+of\s+|[\s-]+)(?P<y>{YEAR}))?"
)
MONTH_DAY: Final = re.compile(
    rf"(?P<m>{MONTH})\s*(?:the\s+)?(?P<d>{DAY})(?:\s?(?P<join>[-–—/]|to|and|through|until)\s?(?P<d2>{DAY}))?"
    rf"(?:(?:\s*,\s*|\s+)(?P<y>{YEAR}))?"
)
MONTH_YEAR: Final = re.compile(rf"(?P<m>{MONTH})(?:\s*,\s*|\s+of\s+|[\s-]+)(?:the\s+year\s+)?(?P<y>{YEAR})")
MONTH_OF: Final = re.compile(rf"(?P<m>{MONTH})(?:\s+of)?\s+(?P<rel>this|last|next)\s+year\b")
MONTH_ALONE: Final = re.compile(rf"(?P<m>{MONTH})")
WEEKDAY_ALONE: Final = re.compile(
    rf"{_EDGED}(?P<w>{WEEKDAY})(?:[’']s)?(?:\s+(?P<part>morning|afternoon|evening|night))?(?P<plural>s\b)?"
)
DECADE: Final = re.compile(r"(?P<y>(?:1[5-9]|2[01])\d0)['’]?s\b")
SHORT_DECADE: Final = re.compile(r"(?i:the)\s+(?:(?P<edge>early|late|mid)[ -])?['’]?(?P<y>[2-9]0)s\b")
TENS: Final = re.compile(r"(?<=['’])(?P<y>[1-9]0)s\b(?P<edge>)")
YEAR_SPAN: Final = re.compile(
    r"(?P<y>(?:1[5-9]|2[01])\d\d)\s?[-–—/]\s?(?P<y2>(?:1[5-9]|2[01])\d\d|\d\d)(?![\w/]|[-.,]\d)"
)
YEAR_ALONE: Final = re.compile(rf"(?P<y>{YEAR})(?!\s?(?:%|percent|per cent|km|kg|m\b))(?![-–]\w)")
CENTURY: Final = re.compile(
    r"(?i:the\s+)?(?:(?:early|late|mid)[ -])?(?P<n>1\d|2[01]|[1-9])(?:st|nd|rd|th)[ -]centur(?:y|ies)\b"
)
CLOCK: Final = re.compile(
    r"(?:(?P<sharp>1[0-2]|[1-9])\s+o[’']clock"
    r"|(?P<h12>1[0-2]|0?[1-9])(?:[:.](?P<min12>[0-5]\d))?\s?(?P<half>[ap])(?:\.\s?m\.|m\b\.?)"
    r"|(?P<h24>[01]?\d|2[0-3])(?P<sep>[:.h])(?P<min24>[0-5]\d)(?::[0-5]\d)?(?![\w:%]|[.,]\d)"
    r"|(?P<mil>(?:[01]\d|2[0-3])[0-5]\d)(?=\s?(?:GMT|UTC|hours|hrs|h\b|Z\b|local)))"
    rf"(?:\s?(?:hours|hrs)\b)?(?:[\s,(]*(?P<zone>{ZONE}))?"
)
NOON: Final = re.compile(rf"(?P<noon>noon|midday|midnight)(?:\s+(?P<zone>{ZONE}))?\b")
NINE_ELEVEN: Final = re.compile(r"9/11(?![\w/])")

_EDGE = (
    r"(?:(?i:the\s+)?(?P<edge>(?i:early|earlier|late|later|mid|beginning|start|middle|end|close|first half|second half|"
    r"turn|rest|remainder))(?:[ -]+(?:in|of))?[ -]+(?:the\s+)?)"
)
EDGE_POINT: Final = re.compile(
    rf"{_EDGE}(?:(?P<decade>(?:1[5-9]|2[01])\d0)['’]?s\b|(?P<m>{MONTH})(?:,?\s+(?P<y2>{YEAR}))?|(?P<y>{YEAR})"
    rf"|(?P<rel>last|next|this|that)\s+(?P<relunit>{UNIT})\b|(?P<unit>week|month|quarter|year|decade|century|day)\b)"
)
RELATIVE: Final = re.compile(
    rf"{_EDGED}(?P<the>(?i:the)\s+)?(?:this\s+(?=past|coming|last|next))?"
    r"(?P<dir>(?i:last|next|this|that|past|coming|previous|prior|preceding|following|subsequent|latest|current|same))\s+"
    rf"(?:(?P<unit>{UNIT})\b(?!s)|(?P<fiscal>fiscal year)\b|(?P<w>{WEEKDAY})|(?P<m>{MONTH})"
    rf"|(?P<season>spring|summer|autumn|fall|winter)\b|(?P<part>morning|afternoon|evening)\b|(?P<century>century)\b)"
    r"(?:\s+(?P<after>morning|afternoon|evening|"
    rf"night)\b)?"
)
RELATIVE_SPAN: Final = re.compile(
    rf"(?:the\s+)?(?P<dir>last|next|past|coming|previous|prior|preceding|following|first|recent)\s+"
    rf"(?:{COUNT}[ -]+(?:full\s+|consecutive\s+|straight\s+)?)?(?P<unit>{UNIT}|centur)(?P<plural>s|ies)\b",
    re.IGNORECASE,
)
#: A stretch up to now or from now on: "the past week", "over the next year".
ONE_SPAN: Final = re.compile(
    r"(?:(?P<the>the)\s+)?(?P<dir>past|last|next|coming)\s+(?P<unit>hour|day|week|month|year|decade|century)\b(?!-)"
    r"(?:\s+or\s+(?:so|two))?",
    re.IGNORECASE,
)
YEAR_AGO: Final = re.compile(r"year-(?:ago|earlier)\b", re.IGNORECASE)
LONG: Final = re.compile(r"(?P<unit>hour|day|week|month|year|decade)(?P<s>s)?-?long\b", re.IGNORECASE)
QUARTER_CENTURY: Final = re.compile(r"(?:a\s+)?quarter(?:-|\s+|\s+of\s+a\s+)century\b", re.IGNORECASE)
AROUND: Final = re.compile(
    r"the\s+(?P<unit>day|night|week|weekend|month|year)\s+(?P<dir>before|after)\b", re.IGNORECASE
)
DEICTIC: Final = re.compile(
    r"(?:(?:(?P<edge>early|earlier|late|later)[ -]+)?(?P<day>today|yesterday|tomorrow|tonight)"
    r"(?:\s+(?P<part>morning|afternoon|evening|night)\b)?(?![\w])"
    r"|the\s+day\s+(?P<around>before\s+yesterday|after\s+tomorrow)\b)",
    re.IGNORECASE,
)
AGO: Final = re.compile(
    rf"(?:{COUNT}[ -])?(?:(?:short|long|full|more|other|additional|consecutive|straight|whole|entire)\s)?"
    rf"(?P<unit>{UNIT}|second|centur)(?P<plural>s|ies|y)?[’']?(?P<half>[ -]and[ -]a[ -]half)?(?:\s+or\s+(?:so|two|more)\b)?"
    r"(?:\s+(?P<dir>ago|earlier|later|before|after|from\s+now|hence|prior)\b)?(?!\w)(?!-olds?\b)(?!\s+olds?\b)",
    re.IGNORECASE,
)
