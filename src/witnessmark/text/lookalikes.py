"""Words that are written like a qualifier and are none: months, names, abbreviations, parts of longer words."""

import re
from typing import Final

_MONTHS: Final = "January|February|March|April|June|July|August|September|October|November|December"
#: Words after which "May" is a month, or a name.
_BEFORE_MONTH: Final = (
    "[Ii]n|[Oo]f|[Oo]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Bb]efore|[Aa]fter|[Ff]rom|[Tt]o|[Tt]hrough|[Tt]his|[Ll]ast|"
    "[Nn]ext|[Ee]very|[Ee]arly|[Ll]ate|[Mm]id|[Bb]etween|[Tt]hroughout|[Tt]owards?|[Aa]round|[Tt]hat|[Ff]ollowing|Mr|Mrs|Ms|"
    f"Miss|Dr|Lady|Lord|Minister|President|Theresa|{_MONTHS}|(?:{_MONTHS}) (?:and|or|to)"
)
#: Small words that follow the verb "may" and no name, in titles too.
_AFTER_VERB: Final = "be|not|have|well|also|never|even|still|yet|only|or|no|as|in|by"
_LIKE: Final = re.compile(
    # "3 May", "3rd of May"; "May 3", "May, 2031"; "in May", "April and May", "Mr May"
    rf"(?<=\d )M(?:ay|AY)\b|(?<=\d\.)M(?:ay|AY)\b|(?<=\d(?:st|nd|rd|th) )M(?:ay|AY)\b|\bM(?:ay|AY)\b(?=,? \d)"
    rf"|\b(?:{_BEFORE_MONTH})[ -]\(?May\b"
    # "Theresa May said", "as May began": the verb has a small letter in the middle of a sentence
    rf"|(?<=[^\W\d_] )May\b(?= (?!(?:{_AFTER_VERB})\b)[a-z])|\bMay(?='s\b| [A-Z]\. | Day\b)"
    r"|\b[Nn]o(?=\. ?\d)|\bNi(?= [A-Z])|\b(?:[Tt]he|[Mm]ilitary|[Ii]ts|[Tt]heir|[Ff]ull) might\b"
    # Chinese words of which a cue is only a part
    "|特别|特別|分别|分別|区别|個別|个别|级别|性别|类别|派别|告别|识别|鉴别|别墅|别处|纽约|紐約|条约|條約|公约|公約|合约|契约|"
    "签约|约束|约定|约翰|附近|最近|靠近|邻近|近日|近期|近年|非洲|非常|未来|未來|无锡|无线|无论|若干|是非|负责|負責|负伤|"
    "抱负|东北|但丁|不仅|不但|不断|却步|冷却|除夕|开除|解除|拆除|清除|删除|排除|消除|铲除|去除|废除|扣除|免除|杀除"
)


def mask_lookalikes(words: str) -> str:
    """Return words in which what only looks like a qualifier is written over, at the same length."""
    return _LIKE.sub(_written_over, words)


def _written_over(match: re.Match[str]) -> str:
    """A letter that makes no cue stands for each letter; what stood before a name or month stays."""
    words = match[0]
    if words[-3:].lower() == "may":
        return words[:-3] + "xxx"
    if words.isascii():
        before, _, last = words.rpartition(" ")
        return f"{before} {'x' * len(last)}" if before else "x" * len(last)
    return "某" * len(words)
