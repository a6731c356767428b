"""A source phrase taken apart: the noun phrase itself, and the appositions and clauses that only add to it."""

import re
from dataclasses import dataclass
from typing import Final

from witnessmark.language.name_lists import PLACES

_EDGE: Final = " \t\r\n\u00a0,.;:“”\"'()[]—–-\u200d\u200b"
_SPACES: Final = re.compile(r"\s+")
#: What begins an addition after a comma, dash or bracket: a role, a clause, an age, another name.
_ADDED: Final = re.compile(
    r"(?:,\s*|\s+[—–-]+\s+|\s*\()(?=(?:(?:who|which|whose|whom|the|an?|his|her|its|their|our|my|one|then|now|also|both|former|himself|"
    r"herself|itself|head|chief|director|president|chair\w*|spokes\w+|founder|co-\w+|vice|deputy|senior|chief|minister|secretary|"
    r"leader|mayor|editor|author|professor|lawyer|attorney|dated|seen|signed|obtained|published|released|issued|based|speaking|"
    r"writing|citing|quoting|quoted|aged|among|age|though|although|according|himself|mother|father|wife|husband|sister|brother|"
    r"fiancée?|son|daughter|owner|manager|commander|\d\d)\b|[A-Z“\"]))"
)
_CLAUSE: Final = re.compile(
    r"(?:,?\s+(?:some|many|most|several|both|all|none|one|two) of|\s+)\s*\b(?:whom|who|which|that|whose)\s+(?=\w)"
)
#: A time or occasion within the phrase is no part of who speaks.
_TIME: Final = re.compile(
    r"\s+(?:(?:late|early|earlier|again|also|later)\s+)?(?:on|in|since)?\s*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:morning|"
    r"afternoon|evening|night))?$|\s+(?:yesterday|today|earlier|later|recently|last (?:week|month|night|year)|this (?:week|"
    r"morning|month)|also|further|then|themselves|himself|herself|itself)$"
)
_LEAD: Final = re.compile(
    r"^(?:both|even|only|as|by|from|and|but|or|that|like|including|either|neither|per)\s+(?=\w)", re.IGNORECASE
)
_SUFFIX: Final = re.compile(r"(?:[’'‘]s?|\s[’'‘]s)$")
_NAME: Final = r"[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+)*"
_LIST: Final = re.compile(
    rf",\s+(?:[\w’'. -]+,\s+)*(?:and|or)\s+\w|^(?:[^()]*\s(?:of|from|in)\s)?{_NAME}(?:,\s+{_NAME})+\s+and\s+(?:[A-Z]|former\s)"
)
#: So many code points of a source phrase are read: what is longer was not understood.
_LONGEST: Final = 400


@dataclass(frozen=True, kw_only=True, slots=True)
class SourcePhrase:
    """A source phrase: `core` is the noun phrase, `additions` what stands beside it, `possessive` whether *'s* ends it.

    `whole` is core and additions, without what tells when it was said; `several` tells that it enumerates.
    """

    whole: str
    core: str
    additions: tuple[str, ...] = ()
    possessive: bool = False
    several: bool = False


def take_apart(words: str) -> SourcePhrase:
    """Return the parts of a source phrase; an enumeration ("the army, the police and the mayor") is kept whole."""
    whole = _SPACES.sub(" ", words[:_LONGEST]).strip(_EDGE)
    whole += "”" * (whole.count("“") - whole.count("”")) + ")" * (whole.count("(") - whole.count(")"))
    whole = _TIME.sub("", _LEAD.sub("", whole)).strip(" ,")
    possessive = _SUFFIX.search(whole) is not None and not whole.endswith("s’")
    bare = _SUFFIX.sub("", whole) if possessive else whole.removesuffix("’") if _ends_genitive(whole) else whole
    if _LIST.search(bare):
        return SourcePhrase(whole=bare, core=bare, possessive=possessive, several=True)
    core, *additions = (part.strip(_EDGE) for part in _ADDED.split(bare))
    while additions and additions[0] in PLACES:
        core = f"{core}, {additions.pop(0)}"
    clause = _CLAUSE.search(core)
    if clause is not None:
        additions.insert(0, core[clause.start() :].strip())
        core = core[: clause.start()].strip(_EDGE)
    return SourcePhrase(
        whole=bare, core=core or bare, additions=tuple(part for part in additions if part), possessive=possessive
    )


def _ends_genitive(words: str) -> bool:
    return words.endswith(("s’", "s'"))
