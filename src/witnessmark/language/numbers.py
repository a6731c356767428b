"""Number words and digits of the languages we read, as one value."""

import re
from typing import Final

#: Digits and separators of other scripts, folded to ASCII one code point for one code point (offsets stay).
DIGITS: Final = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９٬٫．，\u00a0\u202f\u2009",
    "012345678901234567890123456789,..,   ",
)
ONES: Final = {
    word: value
    for value, words in enumerate(
        (
            "zero ноль صفر نۆل",
            "one один одна واحد بىر",
            "two два две اثنان اثنين ئىككى",
            "three три ثلاثة ثلاث ئۈچ",
            "four четыре أربعة أربع تۆت",
            "five пять خمسة خمس بەش",
            "six шесть ستة ست ئالتە",
            "seven семь سبعة سبع يەتتە",
            "eight восемь ثمانية ثماني سەككىز",
            "nine девять تسعة تسع توققۇز",
            "ten десять عشرة عشر ئون",
            "eleven одиннадцать",
            "twelve двенадцать",
            "thirteen тринадцать",
            "fourteen четырнадцать",
            "fifteen пятнадцать",
            "sixteen шестнадцать",
            "seventeen семнадцать",
            "eighteen восемнадцать",
            "nineteen девятнадцать",
        )
    )
    for word in words.split()
}
TENS: Final = {
    word: 20 + 10 * step
    for step, words in enumerate(
        (
            "twenty двадцать عشرون عشرين يىگىرمە",
            "thirty тридцать ثلاثون ثلاثين ئوتتۇز",
            "forty сорок أربعون أربعين قىرىق",
            "fifty пятьдесят خمسون خمسين ئەللىك",
            "sixty шестьдесят ستون ستين ئاتمىش",
            "seventy семьдесят سبعون سبعين يەتمىش",
            "eighty восемьдесят ثمانون ثمانين سەكسەن",
            "ninety девяносто تسعون تسعين توقسان",
        )
    )
    for word in words.split()
}
HUNDREDS: Final = {"сто": 100, "двести": 200, "триста": 300, "четыреста": 400, "пятьсот": 500, "مائتين": 200}
SCALES: Final = {
    word: scale
    for scale, words in (
        (1e3, "thousand k тысяча тысячи тысяч тыс ألف آلاف الف مىڭ هزار bin"),
        (1e6, "million mln m миллион миллиона миллионов млн مليون ملايين مىليون میلیون milyon"),
        (1e9, "billion bn миллиард миллиарда миллиардов млрд مليار مليارات مىليارد میلیارد milyar"),
        (1e12, "trillion trn триллион триллиона триллионов ترليون تىرىليون"),
    )
    for word in words.split()
}
MULTIPLIERS: Final = {"hundred": 100, "مئة": 100, "مائة": 100, "يۈز": 100, "dozen": 12, "score": 20}
FRACTIONS: Final = {"half": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25}
_JOINERS: Final = frozenset({"and", "и", "و", "a", "an", "of", "couple"})
_ZH_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_ZH_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_ZH_LARGE: Final = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
#: Characters that a Chinese numeral is made of.
ZH_NUMERAL: Final = "".join((*_ZH_DIGITS, *_ZH_SMALL, *_ZH_LARGE))
_DIGIT_FORM: Final = re.compile(
    r"(?P<spaced>\d{1,3}(?: \d{3})+(?:[.,]\d+)?)|(?P<commas>\d{1,3}(?:,\d{3})+(?:\.\d+)?)"
    r"|(?P<dots>\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}\.\d{3},\d+)|(?P<lakh>\d{1,2}(?:,\d{2})+,\d{3})"
    r"|(?P<plain>\d+(?:\.\d+)?)|(?P<comma_decimal>\d+,\d{1,2})"
)
_PIECE: Final = re.compile(r"[\d][\d., ]*\d|\d|[^\W\d_]+")
_LONGEST: Final = 200
_TEN: Final = 10


def parse_digits(words: str, *, decimal_comma: bool = False) -> float | None:
    """Return the value of a number in digits with any usual separators, or None.

    `1.200` is read as a decimal unless `decimal_comma` tells that the text writes thousands with a dot.
    """
    folded = words.translate(DIGITS).strip()
    match = _DIGIT_FORM.fullmatch(folded)
    if match is None:
        return None
    kind = match.lastgroup
    if kind == "dots" or (decimal_comma and kind == "plain" and re.fullmatch(r"\d{1,3}\.\d{3}", folded)):
        return float(folded.replace(".", "").replace(",", "."))
    if kind == "comma_decimal":
        return float(folded.replace(",", "."))
    if kind == "spaced":
        return float(folded.replace(" ", "").replace(",", "."))
    return float(folded.replace(",", ""))


def parse_number(words: str, *, decimal_comma: bool = False) -> float | None:
    """Return the one value that `words` name, or None when they name none, or more than one.

    Takes digits with separators, number words of en, ru, ar and ug, Chinese numerals with 万 and 亿, and both mixed
    ("2.5 million", "120万"). Magnitudes such as "hundreds of thousands" have no value: None.
    """
    text = words.strip().lower()
    if not text or len(text) > _LONGEST:
        return None
    value = parse_digits(text, decimal_comma=decimal_comma)
    if value is None:
        value = _parse_chinese(text.translate(DIGITS))
    return _parse_words(text.translate(DIGITS), decimal_comma=decimal_comma) if value is None else value


def _parse_words(text: str, *, decimal_comma: bool) -> float | None:
    sum_ = _Sum()
    if not re.fullmatch(r"[\w .,’'-]+", text):
        return None
    for piece in _PIECE.findall(text.replace("-", " ")):
        if piece[0].isdigit():
            value = parse_digits(piece.rstrip(" .,"), decimal_comma=decimal_comma)
            if value is None or not sum_.start(value):
                return None
        elif not sum_.word(piece):
            return None
    return sum_.value()


#: Word → its value, and what must divide the number before it ("twenty one", not "one twenty").
_ADDED: Final = (
    {word: (value, 10 if value < _TEN else 100) for word, value in ONES.items()}
    | {word: (value, 100) for word, value in TENS.items()}
    | {word: (value, 1000) for word, value in HUNDREDS.items()}
)


class _Sum:
    """A number in the making: `total` holds what closed scales gave, `current` what still may be multiplied."""

    def __init__(self) -> None:
        self.total = 0.0
        self.current = 0.0
        self.last_scale = 1e15
        self.seen = False

    def start(self, value: float) -> bool:
        """Begin with digits; False where a number is in the making already."""
        if self.current:
            return False
        self.current, self.seen = value, True
        return True

    def word(self, word: str) -> bool:
        """Take in a number word; False where it does not go on with the number."""
        if word in _JOINERS:
            return True
        if word in _ADDED:
            return self._add(*_ADDED[word])
        if word in FRACTIONS:
            return self._fraction(FRACTIONS[word])
        if word in MULTIPLIERS:
            self.current, self.seen = (self.current or 1.0) * MULTIPLIERS[word], True
            return True
        return word in SCALES and self._scale(SCALES[word])

    def _add(self, value: float, modulus: int) -> bool:
        if self.current % modulus or (self.seen and not self.current and not self.total):
            return False
        self.current, self.seen = self.current + value, True
        return True

    def _fraction(self, part: float) -> bool:
        # "two and a half" adds, "two thirds" multiplies; a bare "half" is itself
        if self.total and not self.current:
            self.total += part * self.last_scale  # "a million and a half"
            return True
        adds = part == FRACTIONS["half"] or not self.current
        self.current, self.seen = (self.current + part if adds else self.current * part), True
        return True

    def _scale(self, scale: float) -> bool:
        if scale >= self.last_scale:
            return False
        self.total += (self.current or 1.0) * scale
        self.current, self.last_scale, self.seen = 0.0, scale, True
        return True

    def value(self) -> float | None:
        """Return the number so far, None where no word of one came."""
        return self.total + self.current if self.seen else None


def _parse_chinese(text: str) -> float | None:
    match = re.fullmatch(rf"(\d[\d.,]*)?([{ZH_NUMERAL}]*)", text)
    if match is None or not match[2]:
        return None
    lead = parse_digits(match[1]) if match[1] else None
    if match[1] and lead is None:
        return None
    if lead is None and not re.search(r"[十百千万萬亿億]", text) and len(text) > 1:
        return float("".join(str(_ZH_DIGITS[char]) for char in text))
    return _sum_chinese(match[2], lead)


def _sum_chinese(numeral: str, lead: float | None) -> float | None:
    # 一亿二千万 adds what follows a larger scale; 三万亿 multiplies what a smaller scale closed
    total, section, digit, last = 0.0, 0.0, lead, 0
    for char in numeral:
        if char in _ZH_DIGITS:
            digit = float(_ZH_DIGITS[char])
        elif char in _ZH_SMALL:
            section, digit = section + (1.0 if digit is None else digit) * _ZH_SMALL[char], None
        else:
            part, scale = section + (digit or 0.0), _ZH_LARGE[char]
            total = total + (part or 1.0) * scale if last > scale else (total + part or 1.0) * scale
            section, digit, last = 0.0, None, scale
    return total + section + (digit or 0.0)
