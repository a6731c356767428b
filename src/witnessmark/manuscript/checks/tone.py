"""WM3xx language: guilt, medical degrees, loaded words, inference among facts."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from witnessmark.evidence.statements import Statement
from witnessmark.manuscript.checks.order import own_words
from witnessmark.manuscript.checks.scope import place_in
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.registry import Check, Hit

_GUILT: Final = re.compile(
    r"\b(?:(?:is|are|was|were) (?:clearly |plainly )?guilty|guilt of|culprits?|war criminals?|the murderers?|torturers?|the "
    r"perpetrators|the guilty|the "
    r"killers?|"
    r"rapists?|perpetrated by|(?:is|are|was|were) (?:criminally )?(?:responsible|to blame) for (?:the |this |these |a "
    r")?(?:crimes?|murders?|"
    r"killings?|torture|deaths?|attacks?|massacre|disappearances?)|bears? (?:full |criminal )?responsibility for|"
    r"criminal (?:regime|gang|government|commander|official)s?|committed (?:the |a |this |these |war |an )?(?:crimes?|"
    r"murders?|torture|"
    r"atrocit(?:y|ies)|genocide|offences?)|masterminds?)\b",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"\b(?:may|might|could|suspect\w*|alleg\w+|accus\w+|whether|who (?:is|was|were|are)|if|not|nor|no|never|cannot|den(?:y|"
    r"ies|ied)|"
    r"reject\w*|investigat\w+|identify|punish|prosecut\w+|should|presum\w+|court|convict\w+|acquit\w*|said|says|told|"
    r"according to|"
    r"claim\w*|charged)\b",
    re.IGNORECASE,
)
#: Weakest first (Istanbul Protocol).
_DEGREES: Final = ("not consistent", "consistent", "highly consistent", "typical of", "diagnostic of")
_DEGREE: Final = re.compile(
    r"\b(?:not consistent|inconsistent|highly consistent|consistent|typical of|diagnostic of)\b", re.IGNORECASE
)
_PROVES: Final = re.compile(
    r"\b(?:prov(?:e|es|ed|ing)|confirm(?:s|ed)?|establish(?:es|ed)?|demonstrat(?:es|ed)|(?:were|was|are|is|been) (?:clearly )?"
    r"(?:caused|inflicted|produced) by|resulted from|conclusive\w*|unmistakabl[ey])\b",
    re.IGNORECASE,
)
_INJURY: Final = re.compile(
    r"\b(?:scars?|injur(?:y|ies)|wounds?|bruis\w+|fractures?|burns?|lesions?|marks?|trauma|medical|doctor|clinician|physician|"
    r"surgeon|forensic)\b",
    re.IGNORECASE,
)
_LOADED: Final = re.compile(
    r"\b(?:regimes?|thugs?|henchmen|terrorists?|terror gangs?|slaughter\w*|butcher(?:ed|s|ing)?|brutal(?:ly)?|heinous|"
    r"barbari\w+|evil|"
    r"monstrous|despicable|bloodthirsty|savage(?:ly|s)?|vicious(?:ly)?|ruthless(?:ly)?|shameful(?:ly)?|propaganda|puppets?|"
    r"stooges?|cronies|"
    r"martyr(?:s|ed|dom)?|so-called|infamous|notorious|innocent victims?|horrific|horrifying|sickening|cynical(?:ly)?|"
    r"cold-blooded(?:ly)?|in cold blood|atrocit(?:y|ies)|junta|separatists?|bandits?|vermin|fanatics?|heroic(?:ally)?|heroes)\b",
    re.IGNORECASE,
)
_INFERRED: Final = re.compile(
    r"^(?:therefore|thus|hence|consequently)\b|[,;] (?:therefore|thus|hence|consequently),|\bmust have (?:been|\w+ed|known|"
    r"seen)\b|"
    r"\b(?:clearly|undoubtedly|evidently|obviously|no doubt|without (?:a )?doubt|it follows that|in all likelihood|presumably|"
    r"it is (?:clear|obvious|evident) that|the only (?:possible |plausible |reasonable )?(?:explanation|conclusion|"
    r"inference|reason)|it can only|there can be no doubt|(?:this|which) (?:shows|proves|means|suggests|implies|demonstrates) "
    r"that|"
    r"can only (?:be|have)|needless to say|of course)\b",
    re.IGNORECASE,
)
#: Kinds in which the report speaks for itself.
_OWN: Final = frozenset({"fact", "analysis", "heading", "caption", "cell", "method"})


def _spoken(context: Context) -> Sequence[Sentence]:
    return [one for one in context.manuscript.sentences if one.kind in _OWN]


def _words(sentence: Sentence) -> str:
    """The report's own words: quotations and so-called terms blanked."""
    text = own_words(sentence)
    for bound in sentence.bounds:
        if bound.kind == "term":
            first, last = bound.at - sentence.at, bound.end_at - sentence.at
            text = text[:first] + " " * (last - first) + text[last:]
    return text


def _placed(sentence: Sentence, match: re.Match[str], message: str, expected: str) -> Hit:
    start = place_in(sentence, sentence.at + match.start())
    return Hit(
        message=message, got=match[0], expected=expected, sentence=sentence, start=start, end=start + len(match[0])
    )


def _guilt(_: Context, sentence: Sentence) -> Iterable[Hit]:
    text = _words(sentence)
    match = _GUILT.search(text)
    if match and not _OPEN.search(text[: match.start()] + " " + text[match.end() : match.end() + 40]):
        yield _placed(sentence, match, "words of guilt", "the act, and “may reasonably be suspected” at most")


def _loaded(_: Context, sentence: Sentence) -> Iterable[Hit]:
    for match in _LOADED.finditer(_words(sentence)):
        yield _placed(sentence, match, "a loaded word in the report's own voice", "a plain word, or a quotation")


_SURE: Final = re.compile(
    r"(?:clearly|obviously|evidently|undoubtedly|of course|no doubt|it follows|the only|this (?:shows|proves|demonstrates))\b",
    re.IGNORECASE,
)


def _facts(context: Context) -> Sequence[Sentence]:
    """Sentences of fact, and those that only their first word makes a conclusion."""
    found = context.manuscript.sentences
    return [one for one in found if one.kind == "fact" or (one.kind == "analysis" and _opens_surely(context, one))]


def _opens_surely(context: Context, sentence: Sentence) -> bool:
    sure = _SURE.match(sentence.text)
    return sure is not None and context.manuscript.div(sentence, "analysis") is None


def _inferred(_: Context, sentence: Sentence) -> Iterable[Hit]:
    match = _INFERRED.search(_words(sentence))
    if match:
        yield _placed(sentence, match, "an inference among facts", "the fact alone, or ::: analysis")


def _medical_sentences(context: Context) -> Sequence[Sentence]:
    found = context.manuscript.sentences
    return [one for one in found if (_DEGREE.search(one.text) or _PROVES.search(one.text)) and context.cited(one)]


def _medical(context: Context, sentence: Sentence) -> Iterable[Hit]:
    degrees = [degree for one in context.cited(sentence) for degree in _degrees(context, one)]
    if not degrees:
        return
    allowed = max(map(_DEGREES.index, degrees))
    text = _words(sentence)
    for match in _DEGREE.finditer(text):
        said = match[0].casefold().replace("inconsistent", "not consistent")
        if _DEGREES.index(said) > allowed:
            yield _placed(sentence, match, "a medical degree above the clinician's", f"“{_DEGREES[allowed]}”")
    proves = _PROVES.search(text)
    if (
        proves
        and _INJURY.search(text)
        and not re.search(r"\b(?:not|no|never|neither|cannot)\b", text[: proves.start()])
    ):
        yield _placed(
            sentence, proves, "a medical finding told as proof", f"“{_DEGREES[allowed]}”, as the clinician has it"
        )


def _degrees(context: Context, one: str) -> list[str]:
    """The degree that a clinician's statement records, else the degrees that its words have."""
    record = context.evidence.index.get(one)
    if not isinstance(record, Statement):
        return []
    if record.medical:
        return [record.medical]
    words = [
        match[0].casefold().replace("inconsistent", "not consistent")
        for match in _DEGREE.finditer(record.passage.quote)
    ]
    return words if record.connection == "medical" or _INJURY.search(record.passage.quote) else []


CHECKS: Final = (
    Check(
        code="WM308", name="guilt-language", severity="B", scope="sentence", title="Words of guilt in the report's own voice",
        explanation="“Guilty”, “perpetrated by”, “war criminals”, “committed the crimes”, “is responsible for the killings” "
        "stand only in "
        "quotations, attributed, denied or as what may reasonably be suspected. A report finds facts, never guilt.",
        rule="methodology, Kinds of finding: “never guilt”; “guilt language B”",
        fix="Say what was done, and what may reasonably be suspected.",
        subjects=_spoken, run=_guilt,
    ),
    Check(
        code="WM309", name="medical-overstated", severity="E", scope="sentence", title="Medical wording above the clinician's",
        explanation="Not consistent, consistent, highly consistent, typical of, diagnostic of: a sentence uses no higher "
        "degree than the "
        "statement it cites, by its record or its words, and calls no medical finding a proof.",
        rule="methodology, Two ladders: “Medical wording never exceeds the clinician's”; Istanbul Protocol, degrees of "
        "consistency",
        fix="Use the clinician's own degree.", subjects=_medical_sentences, run=_medical,
    ),
    Check(
        code="WM311", name="loaded-language", severity="W", scope="sentence", title="A loaded word in the report's own voice",
        explanation="“Regime”, “thugs”, “brutal”, “martyrs”, “propaganda”, “so-called”: words that take a side stand in "
        "quotations or are "
        "marked [so-called term]{.term}.",
        rule="methodology, Certainty and law: “loaded language W”", fix="Use a plain word.", subjects=_spoken, run=_loaded,
    ),
    Check(
        code="WM312", name="inference-among-facts", severity="W", scope="sentence", title="An inference stands among facts",
        explanation="“Therefore, …”, “must have been”, “clearly”, “it follows that” in a sentence of fact: what is concluded "
        "belongs into "
        "::: analysis, where a reader sees it.",
        rule="methodology, Certainty and law: “inference among facts W”", fix="Move it into ::: analysis.", subjects=_facts,
        run=_inferred,
    ),
)  # fmt: skip
