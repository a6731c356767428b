"""How much a decoded text looks like writing: the measure by which a lying charset is found out."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Final

#: The commonest letters and characters of each script, most of any page in it; what is absent counts less, not nothing.
_COMMON: Final = frozenset(
    "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёіїєґ"
    "ОЕАИНТСРВЛКМДПУГЗБЧЖШЮЯЭФХЦ"
    "اليمونرتبعدسفهكقحجشصطخذءةئأإآؤىضغثزظپچگڭۇۆۈۋېەھيىکی،؛؟"
    "éèêëàâäáåãçñóòôöõøúùûüíìîïßæœÉÈÀÇÄÖÜŞşĞğıİłąęśćżźńščžřýěů¿¡"
    "αειοτνσρκπληυμάέίόςδγθφχωώή"
    "יולהאתרמבשנםעדקחפןכגטזס"
)
_HANZI: Final = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法"
    "学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业"
    "外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声"
    "提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金"
    "指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格"
    "望觉术领共确传师观清今切院让识候带导争运新疆县关押拘留警察人员报告联合人权政府"
    "這個們來為國說時會對過後種經學現當沒動還進樣開從實軍無與長機業將兩間問應戰頭體見產話給門東聲員論處義條氣題爾別變總電數報結務場計"
    "統區隊決馬書聽卻達強難權設記類據邊張該規萬覺術領確傳師觀讓識帶導爭運縣關聯"
    "。，、：；！？「」《》（）“”％"
)
_KANA: Final = frozenset("のにはをたがでとしるいなってれんもかまこすくらりあさ")
_HANGUL: Final = frozenset("이다는의에을를고하가지한도로은서기사자인시나아있그대해보수어정리일과들전")
_TYPE: Final = frozenset("“”‘’„«»–—…•·°§№€£©®™\u00a0\u200e\u200f\u200c\u200d")
_LATIN_RUN: Final = re.compile(r"[\u00c0-\u024f]{3,}")
_MIXED: Final = re.compile(r"[A-Za-z\u00c0-\u024f][\u0370-\u06ff]|[\u0370-\u06ff][A-Za-z\u00c0-\u024f]")
_CASE: Final = re.compile(r"[а-яёђ-џa-zà-ÿ][А-ЯЁЂ-ЏÀ-Þ]+")
_BOUND: Final = 20_000


def plausibility(text: str) -> float:
    """Return from 0 to 1 how much the characters of `text` beyond ASCII look like writing in some language.

    Judged are how common each character is in its script, and what no language does: three accented Latin letters in a
    row, two alphabets in one word, a capital within a word. A text of ASCII alone gives 1.
    """
    text = text[:_BOUND]
    counts = Counter(character for character in text if character > "\x7f")
    total = sum(counts.values())
    if not total:
        return 1.0
    score = sum(_worth(character) * count for character, count in counts.items())
    score -= 2 * sum(len(match[0]) for match in _LATIN_RUN.finditer(text))
    score -= 2 * len(_MIXED.findall(text)) + 1.5 * sum(len(match[0]) - 1 for match in _CASE.finditer(text))
    return max(0.0, min(1.0, score / total))


@lru_cache(maxsize=1 << 15)
def _worth(character: str) -> float:
    if character in _COMMON or character in _HANZI or character in _KANA or character in _HANGUL:
        return 1.0
    if character in _TYPE:
        return 0.7
    if "\u4e00" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3" or "\u3040" <= character <= "\u30ff":
        return 0.4
    category = unicodedata.category(character)
    if category[0] == "C":
        return -2.0
    if category[0] == "S" or "\uff61" <= character <= "\uff9f":
        return -0.5
    return 0.3
