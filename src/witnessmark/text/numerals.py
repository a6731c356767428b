"""Number words and what multiplies them, so that no quotation begins or ends inside a number."""

import re
from typing import Final

from witnessmark.text.wordlists import word_set

#: Words that make up numbers, by language; compound numbers are written with several of them.
_NUMBER_WORDS: Final = word_set(
    # English
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion "
    "dozen score "
    # French and Spanish
    "deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante "
    "soixante cent cents mille millions dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce "
    "quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento mil millón millones "
    # Turkish
    "iki üç dört beş altı yedi sekiz dokuz yirmi otuz kırk elli altmış yetmiş seksen doksan yüz bin milyon milyar "
    # Russian
    "один одна два две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать "
    "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать сорок пятьдесят шестьдесят "
    "семьдесят восемьдесят девяносто сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот тысяча "
    "тысячи тысяч миллион миллиона миллионов миллиард миллиарда миллиардов "
    # Arabic and Persian
    "واحد اثنان اثنين اثنتان ثلاث ثلاثة أربع أربعة خمس خمسة ست ستة سبع سبعة ثمان ثماني ثمانية تسع تسعة عشر عشرة عشرون "
    "عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئة مائة مئتان "
    "مئتين مائتان مائتين ألف ألفا آلاف ألفان ألفين مليون مليونا ملايين مليار مليارات "
    "یک دو سه چهار پنج شش هفت هشت نه ده "
    "بیست سی چهل پنجاه شصت هفتاد هشتاد نود صد هزار میلیون میلیارد "
    # Uyghur
    "بىر ئىككى ئۈچ تۆت بەش ئالتە يەتتە سەككىز توققۇز ئون يىگىرمە ئوتتۇز قىرىق ئەللىك ئاتمىش يەتمىش سەكسەن توقسان يۈز "
    "مىڭ مىليون مىليارد",
)
#: What multiplies a number in figures, or gives it its unit of account.
_MULTIPLIERS: Final = re.compile(
    r"[ \-]?(?:hundreds?|thousands?|millions?|billions?|trillions?|dozens?|scores?|bn|mn|m|k|per ?cent|percent|pct|"
    r"mille|milliers?|milliards?|pour cent|mil|mill[oó]n(?:es)?|por ciento|bin|milyon|milyar|тыс|тысяч[аиу]?|млн|"
    r"миллион(?:а|ов)?|млрд|миллиард(?:а|ов)?|процент(?:а|ов)?|ألف|ألفا|آلاف|مليون|مليونا|ملايين|مليار|مليارات|"
    r"بالمئة|بالمائة|في المئة|في المائة|هزار|میلیون|میلیارد|درصد|مىڭ|مىليون|مىليارد|پىرسەنت)(?!\w)"
    r"|[ ]?[%‰٪％°º℃$€£¥₽₺₴₸₩₹十百千万萬亿億兆]"
)
_LAST_WORD: Final = re.compile(r"([^\W\d_]+)(?: (?:and|et|y|и))?[ -]$")
_FIRST_WORD: Final = re.compile(r"([^\W\d_]+)")
_NEXT_WORD: Final = re.compile(r"[ -](?:(?:and|et|y|и) )?([^\W\d_]+)")
_LAST_OF_ALL: Final = re.compile(r"([^\W\d_]+)$")
_THOUSANDS_BEFORE: Final = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})* $")
_THOUSANDS_AFTER: Final = re.compile(r"\d{3}(?!\d)")


def is_number_word(word: str) -> bool:
    """Tell whether a word is part of a written number; Arabic "and" is written onto it."""
    word = word.lower()
    return word in _NUMBER_WORDS or (word[0] == "و" and word[1:] in _NUMBER_WORDS)


def begins_with_number_word(after: str) -> bool:
    """Tell whether a part of a written number comes first, or after a blank and an "and"."""
    match = _NEXT_WORD.match(after) or _FIRST_WORD.match(after)
    return match is not None and is_number_word(match[1])


def continues_written_number(before: str, after: str) -> bool:
    """Tell whether a cut between the two strings goes through a number in words, as in "one hundred | fourteen"."""
    right = _FIRST_WORD.match(after)
    if right is None or not is_number_word(right[1]):
        return False
    left = _LAST_WORD.search(before)
    return left is not None and is_number_word(left[1])


def ends_inside_written_number(before: str, after: str) -> bool:
    """Tell whether words that end with `before` are cut from a number in words that goes on in `after`."""
    right = _NEXT_WORD.match(after)
    if right is None or not is_number_word(right[1]):
        return False
    left = _LAST_OF_ALL.search(before)
    return left is not None and is_number_word(left[1])


def is_multiplied(after: str) -> bool:
    """Tell whether what follows a figure multiplies it or is its unit of account: `14| million`, `14|%`, `14|万`."""
    return _MULTIPLIERS.match(after.lower()) is not None


def splits_thousands(before: str, after: str) -> bool:
    """Tell whether the cut goes through figures grouped by spaces, as in "1 |114"."""
    return _THOUSANDS_BEFORE.search(before) is not None and _THOUSANDS_AFTER.match(after) is not None
