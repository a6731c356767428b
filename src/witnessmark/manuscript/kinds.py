"""What kind of sentence it is: rules that a person can read, first match wins; the reason is kept."""

import re
from dataclasses import dataclass
from typing import Final

from witnessmark.manuscript.model import SentenceKind
from witnessmark.manuscript.wording import ACT, ADVICE, EVIDENCE, IN_PASSING, METHOD, OFFICE, REPORTED, WORK

_CUES: Final = (
    "said|says|say|saying|stated|states|told|tells|reports|alleged|alleges|testified|claimed|claims|denied|denies|deny|"
    "recalled|recalls|wrote|writes|announced|declared|noted|notes|added|adds|informed|explained|confirmed|confirms|"
    "described|describes|maintained|maintains|insisted|replied|answered|acknowledged|admitted|asserted|asserts|argued|"
    "argues|accused|insists|(?<! an )estimated|estimates|rejected|rejects|called|warned|remembered|recounted|heard|"
    "demanded|demands|promised|disputed|disputes|conceded|concedes|dismissed|dismisses|complained|remarked|spoke of|speaks of|"
    "held that|holds that|quoted|quotes|withdrew|believes that|thinks that|put the|puts the|"
    "calls? (?:it|this|that|them|him|her|the|its|their|his|both|these|those|such)|contests?|contested|disclosed|discloses|"
    "revealed|reveals|disagrees?|disagreed|agrees that|agreed that|admission|declines?|declined|"
    "concedes?|commented|comments that|responded|responds|objects?|objected|pointed out|points out|suggested that|"
    "suggests that|testif(?:y|ies)|emphasi[sz]ed|stressed|repeated that|"
    "(?:do|does|did) not (?:accept|deny|dispute|recogni[sz]e|contest|comment)"
)
_DOCUMENTS: Final = (
    "directive|letter|document|report|book|count|table|register|list|photograph|image|images|record|records|statement|notice|"
    "decree|"
    "opinion|order|memo|memorandum|file|annex|spreadsheet|page|article|video|recording|reply|law|regulation|communiqué|release"
)
_SHOWS: Final = (
    "holds|held|orders?|ordered|instructs?|instructed|provides?|sets? out|lists?|shows?|records?|requires?|required|describes?|"
    "gives?|gave|contains?|bears?|counts?|mentions?|names?|puts?|carries|carried|speaks?|reads?|is dated|was dated|cites?|"
    "attributes?|repeats?|repeated|does not|do not|did not"
)
_WHOSE: Final = (
    r"(?:his|her|their|its|the [\w ]{1,40}['’]s?|(?:(?:Mr|Ms|Mrs|Dr)\.? )?[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,4}['’]s?)"
)
_UTTERANCE: Final = (
    r"(?:words|account|testimony|statement|letter|reply|view|opinion|estimate|report|count|figures?|recollection|version|"
    r"reckoning|record|register|diary|complaint|petition|speech|article|interview|assessment|memory|tables?|lists?|ledger|"
    r"map|data|statistics|log|tally|analysis|examination|findings|measurements?|communiqué|press release|judg?ment)"
)


#: “On 1 June 2037”, “in March”: a day that opens a sentence.
_DAY: Final = (
    r"(?:on|in|by|from|since|until|during) (?:the )?(?:(?:\w+day,? )?\d{1,2} )?(?:early |late |mid-)?(?:january|february|"
    r"march|april|may|june|"
    r"july|august|september|october|november|december)(?: \d{4})?"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: the kind, why, and the pattern that must be found in the sentence without its quotations."""

    kind: SentenceKind
    reason: str
    pattern: re.Pattern[str]


def _rule(kind: SentenceKind, reason: str, pattern: str) -> Rule:
    return Rule(kind, reason, re.compile(pattern, re.IGNORECASE))


#: In order. `~` stands in the text for what was in quotation marks.
RULES: Final = (
    _rule("definition", "defines a term",
          r"(?:\bmeans(?<!\bthe means)(?<!\bby means)(?<!\bof means)(?<!\bno means)(?<!\bany means)(?<!other means)"
          r" (?:that|the|an?|any|those|all|not|~|in|persons?|people|only|everyone|acts?)"
          r"|\b(?:is defined as|are defined as|denotes|is used (?:here|in this)))\b"
          r"|^[\w ]{1,60} mean (?:the|a|an|any|those|all)\b"
          r"|^(?:in|for the purposes of) this report,? (?:the (?:term|word|name)s?\b|~)|\b(?:the )?term ~"),
    _rule("recommendation", "recommends", rf"\b{OFFICE} (?:therefore )?(?:recommends?|urges?|calls? (?:up)?on)\b"
          r"|^(?:it is )?recommend"),
    _rule("method", "speaks of the report itself",
          r"\b(?:this|the present) (?:\w+ ){0,2}(?:report|chapter|section|annex|document|assessment|update|summary|part|study|"
          r"paper)\b"
          r"|^(?:table|figure|annex|chapter|section|part|map|box|appendix) (?:\d+|[A-Z]|[IVX]+|one|two|three) "
          r"(?:only |also |then )?(?:shows?|repeats?|carries|carry|lists?|gives?|sets? out|sums? up|summari[sz]es|contains?|"
          r"holds?|brings|describes|deals with|explains|compares|turns to|names)\b(?! that)(?=\D*$)"
          r"|\b(?:is|are) (?:only |all |not )*(?:mentioned|quoted|cited|abbreviated|rendered|transliterated|spel(?:t|led)|"
          r"rounded|referred to|italici[sz]ed|printed|paraphrased) "
          r"(?:only|here|as|in|by|with|under|where|when|throughout|unless|after|if|from|to)\b"
          r"|\b(?:witness(?:es)?|persons?|people|interviewees?|sources?|names?|places?) (?:is|are) (?:called|named|referred "
          r"to as) [A-Z]"
          r"|\b(?:is|are) (?:an )?inven(?:ted|tions?)\b"
          r"|^(?:a |the )?(?:correction|new (?:edition|version)|update|later edition)s? will be\b"
          r"|\b(?:table|annex|list|note|appendix)s? (?:says?|shows?|gives?|marks?|lists?|explains?) (?:so|this|it|them|which|"
          r"who|where|when)\b"
          r"|^what follows\b|^the (?:first|second|third|last) (?:table|list|annex|map)\b|^the (?:next|following|preceding|"
          r"previous) (?:section|chapter|part|paragraph|table|list|annex)s?\b"
          r"|\b(?:is|are) (?:set out|given|printed|shown|listed|annexed|described|dealt with|reproduced|carried|quoted)(?: in "
          r"full)? "
          r"(?:below|above|from attested translations|"
          r"beside|in (?:the )?(?:annex|table|section|chapter))\b|\bas the (?:\w+ )?(?:table|annex|list) (?:below |above "
          r")?shows\.?$"
          r"|^(?:it|this) is an? (?:[\w-]+ ){0,2}report\b|^its (?:first |main |only )?(?:purpose|aim)\b"
          r"|\btraining exercise\b|\bplease\b|^(?:if you|readers?|note that|see|compare|cf\.)(?= )"),
    _rule("recommendation", "asks for something",
          r"^(?:whoever|anyone who|anybody who|those who|all who|every\w*|readers?|persons? who|people who)\b"
          r"(?!.*\b(?:was|were)\b).{0,80}?"
          r"\b(?:is|are) (?:asked|invited|encouraged|requested|urged) to\b"),
    _rule("analysis", "weighs or concludes",
          rf"\b{OFFICE} (?:therefore |also |only )?(?:(?:does|do) not (?:claim|conclude|infer|suggest|rest|rely|say|hold|"
          r"accept|draw|share|regard|treat|count|add|deduce|assert|doubt|dispute|rule out|exclude|suppose|decide|judge|"
          r"pronounce|say)|draws? (?:no|this|that|the|a)|(?:has|had|have) (?:no|only|not seen|neither|seen no)|lacks?|leaves?|"
          r"reserves?|would have|expresses no|express no|takes? no|"
          r"has no view|regards?|treats?|attaches|gives? (?:no|more|less|most|little|great)|sees? no|rests? (?:on|its)|"
          r"hopes?|remains ready|stands ready)\b"
          r"|^knowledge\b|\b(?:is|are) (?:a matter|matters|a question|questions|one|ones) for (?:the |a |an )?(?:courts?|"
          r"tribunals?|judges?|prosecutors?|others)\b"
          r"|^(?:only )?(?:an? |the |any |such an? )?(?:courts?|tribunals?|judges?|prosecutors?) (?:would|could|might|may|"
          r"will|can|has to|have to|"
          r"must|alone)\b"
          r"|\bdeserves? (?:attention|weight|caution|care|credit|scrutiny|scepticism|mention)\b"
          r"|^(?:new|further|more|other|later|fuller|additional) (?:evidence|information|documents|records|accounts|facts|"
          r"testimony|material) (?:may|might|could|would|can)\b"
          r"|^the (?:first|second|third|fourth|fifth|sixth|last|other|next|remaining|most important|main|central|decisive) "
          r"(?:(?:open |unanswered )?(?:question|gap|point|issue|one|uncertainty|matter|doubt|limit) )?"
          r"(?:is|was|concerns?|remains) (?:about |still )?(?:what|how|whether|who|whom|whose|where|why|when|which|"
          r"if)\b"
          r"|^(?:the |an? )?(?:\w+ )?(?:elements?|thresholds?|requirements?|definitions?|conditions?|limbs?) (?:of [\w "
          r"]{3,40}? )?"
          r"(?:also )?(?:rests?|turns?|depends?|is|are|seems?|appears?|remains?|would|calls for|needs?|requires?)\b"
          r"|^(?:an?|the|such an?) \w+(?:,? (?:moreover|however|by itself|alone|of course),?)? (?:does|do|can|may|cannot) "
          r"?(?:not )?"
          r"(?:by itself |alone )?(?:tell|show|prove|mean|establish|exclude|explain) (?:who|what|how|that|whether|when|why|by "
          r"whom)\b"
          r"|^(?:a|an|any|no|every|each|such an?) (?:\w+ ){0,3}?(?:answer|account|statement|denial|silence|refund|witness|"
          r"testimony|source|document|copy|figure|estimate|number|reply|finding|inference|conclusion|allegation|claim|"
          r"admission|photograph|image|interview|name|date|record|report|press report|article|rumou?r) "
          r"(?:that [^,]{3,80}? |which [^,]{3,80}? |of [\w ]{3,30}? |from [\w ]{3,30}? |alone )?"
          r"(?:is|are|does|do|can|cannot|may|must|weighs?|deserves?|counts?|needs?|proves?|shows?|remains?|should|would|says)\b"
          rf"|\b{OFFICE} (?:therefore |also )?(?:finds?|found|considers?|considered|concludes?|concluded|assess(?:es|ed)|"
          r"believes?|is of the view|is satisfied|was (?:un|not )able|could not|cannot|was not in a position|notes? that|"
          r"makes? no finding|does not know|do not know|gives? weight|gave weight|calls?|leaves? (?:it|this|that|the "
          r"question) open|goes no further)\b"
          r"|\bit is for (?:an? |the )?(?:courts?|prosecutors?|judges?|tribunals?)\b|\bcannot (?:easily )?stand (?:side by "
          r"side|beside)\b"
          r"|^which (?:\w+ ){1,4}(?:it|this|that) (?:is|was)\b"
          r"|\b(?:may|might|could|would) (?:amount to|constitute)\b|\braises? (?:serious )?concerns?\b"
          r"|\breasonable grounds\b|^these (?:facts|accounts|patterns?|practices|acts|findings|elements|figures|sources)\b"
          r"|^this (?:suggests|indicates|pattern|practice|conduct|account|figure|is consistent)\b"
          r"|^(?:the |a |two |three |several |some )?"
          r"(?:differences?|gaps?|discrepanc(?:y|ies)|questions?) (?:is|are|remains?|between)\b"
          r"|^(?:none|nothing|little|much|all) of this\b|^(?:nothing|no evidence|no indication) (?:before|in|that|from|"
          r"suggests)\b"
          r"|\b(?:can|could|cannot) (?:not )?be (?:inferred|concluded|excluded|verified|reconciled|added|summed)\b"
          r"|\b(?:is|are|was|were) (?:not )?(?:credible|consistent with)\b|\bindications? (?:of|that)\b"),
    _rule("method", "speaks of the evidence as a whole",
          rf"^(?:no|none of the|neither|all|both|each|every|most of the) (?:of the )?(?:\w+ )?{EVIDENCE}\b"
          r"(?! (?:said|told|were (?:held|beaten|killed)))"
          r"|^(?:the |these |those |all )?(?:two|three|four|five|both|other)? ?(?:\w+ ){0,2}?(?:replies|answers|accounts|"
          r"versions|figures|"
          r"statements|letters|sources|explanations|witnesses|testimonies|reports|lists|tables|documents|dates|numbers|"
          r"estimates|counts|totals|methods|descriptions) (?:of [^,]{3,40}? |in [^,]{3,40}? )?"
          r"(?:thus |therefore |also |all |both |do |does |did |largely |broadly |partly |nevertheless |still |only )*"
          r"(?:not )?(?:cannot|differ|agree|contradict|overlap|diverge|conflict|match|coincide|vary|"
          r"are (?:not |all |both )?(?:of|based on|from|for|about|comparable|compatible|incomplete|rough|approximate|close|"
          r"different|similar|in line|consistent|added|compared|independent|counted|limited))\b"
          r"|\b(?:is|are|was|were) (?:not )?(?:counted|included|used|relied on) (?:in|among|as part of) (?:the|this|a|any|that) "
          r"(?:finding|figure|total|count|report|assessment|number)s?\b"
          r"|\b(?:is|are|was|were) (?:not )?(?:counted|taken|treated|regarded) as (?:an? )?(?:one|second|separate|independent|"
          r"further|another|additional) (?:origin|source|account|witness|confirmation)s?\b"
          r"|^(?:how|who|what|when|where|why|whether)\b.{3,80}\b(?:is|remains?|are|was) (?:described|disputed|contested|unclear|"
          r"unknown|open|not known|answered|told differently|a matter of dispute|not settled)\b"
          r"|\b(?:can|may|could|might) be (?:read|understood|explained|interpreted|true) (?:in|as|of|by|both|either)\b"
          r"|^both (?:may|might|could|can)\b"
          r"|\b(?:is|are) (?:treated|counted|regarded|taken|weighed|read) "
          r"(?:as (?:one|a single|the same|separate|independent|hearsay|an? \w+ (?:account|source|record|origin))|together|"
          r"separately|apart|once)\b"
          r"|^(?:names?|details?|places?|dates?|faces?|data|passages?|information|some \w+|all \w+)\b.{0,90}\b(?:has|have|had|"
          r"is|are|was|"
          r"were) (?:been )?(?:left out|omitted|withheld|changed|removed|blurred|redacted|altered|not given)\b"
          r"|\b(?:is|are) (?:named|identified|quoted|mentioned) (?:only|here|where|because)\b"
          rf"|^(?:their|the|these|those|his|her|its|both|two|three|four) (?:\w+ )?{EVIDENCE}"
          r"(?: (?:of|from|by|on) [^,]{1,60}?)? "
          r"(?:agree|differ|diverge|conflict|match|coincide|contradict|var(?:y|ies)|overlap|rests?|depends?|come|go back)\b"),
    _rule("method", "speaks of the work of the office",
          rf"^(?!.*{REPORTED.pattern})(?:[^~;:]{{1,200}}, (?:and )?|{_DAY} )?{OFFICE} (?:\w+ ){{0,5}}?{WORK}\b"
          rf"|\b{OFFICE} (?:did|does|do|has done) (?:so|this|not do so)\b|^(?:it|they|we) did so\b"
          rf"|^(?:the |his |her |their |its |some |all )?(?:\w+ )?(?:names?|identit(?:y|ies))\b.{{0,60}}"
          r"\b(?:withheld|changed|known to|not (?:given|used|published))\b"
          rf"|\basked (?:{OFFICE}|us) (?:not to|to withhold|to leave)\b|\bstandard of proof\b"),
    _rule("attribution", "attributed to a source",
          rf"\baccording to\b|\b(?:in|by) {_WHOSE} (?:own |\w+ )?{_UTTERANCE}\b|\balleged(?:ly)?\b"
          rf"|^(?:by|in|on|from) (?:the|this|that|these|those) (?:same |latter |first |second |\w+ )?{_UTTERANCE},"
          rf"|\b(?:in|by|on) the {_UTTERANCE} of\b|^{_WHOSE} (?:\w+ )?{_UTTERANCE}\b"),
    _rule("attribution", "tells what somebody left unsaid",
          r"^(?:it|he|she|they|the (?:\w+ ){1,4}?)(?: )?(?:does|do|did) not (?:mention|say|name|explain|deny|dispute|contest|"
          r"tell)\b"
          r"|\b(?:did|does|do) (?:answer|reply|say|state|write|tell)\b"),
    _rule("attribution", "a quotation and nothing else", r"^[“‘\"']?~[”’\"'.!?]*$"),
    _rule("attribution", "introduces a quotation", r"\bwords\b[^.]{0,24}~|:\s*~"),
    _rule("attribution", "somebody says it",
          rf"(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bbeing )"
          rf"\b(?:{_CUES})\b(?! (?:here|above|below|in this|earlier)\b)"
          r"|(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bbe )\breported\b(?! (?:in|by|from|here|above|below)\b)"),
    _rule("attribution", "a document says it", rf"\b(?:{_DOCUMENTS})\b.{{0,80}}\b(?:{_SHOWS})\b"),
)  # fmt: skip


#: Sections whose sentences need no support of their own; a sentence there that cites is judged like any other.
_SECTIONS: Final[tuple[tuple[SentenceKind, str, re.Pattern[str]], ...]] = (
    ("recommendation", "recommendations", re.compile(r"\brecommendations?\b", re.IGNORECASE)),
    (
        "method",
        "method",
        re.compile(
            r"\b(?:method\w*|standard of proof|about this report|mandate|limitations?|limits|scope|"
            r"how (?:we|the \w+) worked|our work)\b",
            re.IGNORECASE,
        ),
    ),
)


#: What only frames what is asserted behind it: the sentence is what stands behind.
_FRAME: Final = re.compile(
    rf"^(?:[^~,]{{1,40}}, )?(?:{OFFICE} (?:\w+ )?"
    r"(?:knows?|knew|found|finds?|notes?|noted|believes?|concludes?|concluded|learn(?:ed|t)|"
    r"establish(?:es|ed)|determined|recalls?|regrets?|discovered|observe[sd]?|is (?:satisfied|concerned|convinced|aware))"
    r"|(?:this|the present) (?:report|chapter|section|assessment) (?:shows?|finds?|establishes|demonstrates|proves|reveals|"
    r"concludes)|it is (?:well )?(?:known|clear|established|certain|beyond doubt)),? that ",
    re.IGNORECASE,
)
_OPENER: Final = re.compile(
    r"^(?:taken together|in sum|on this basis|overall|it follows(?: that)?|by contrast|in light of [^,]+|in short|clearly|"
    r"as (?:described|shown|stated|noted) (?:above|below|earlier)),? ",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(rf", {OFFICE} (?:believes?|finds?|found|concludes?|knows?),", re.IGNORECASE)


def classify(text: str, *, block: str, divs: tuple[str, ...], section: str = "") -> tuple[SentenceKind, str]:
    """Return (kind, reason) of a sentence whose quotations are replaced by `~`; an enclosing div overrides the rules."""
    if block == "heading":
        return "heading", "a heading"
    if block in {"image", "caption"} or re.match(r"(?:figure|table|photograph|map|image) \d+[.:]", text, re.IGNORECASE):
        return "caption", "a caption"
    for div in reversed(divs):
        if div in {"analysis", "method"} or (div == "recommendation" and _advises(text)):
            return div, f"inside ::: {div}"  # type: ignore[return-value]  # narrowed by the condition
    return ("attribution", "a block quotation") if block == "quote" else _by_words(text, section)


#: “It” after a sentence on the office, and what only the office does with evidence.
_PRONOUN: Final = re.compile(r"(?:it|they)\b|(?P<whose>its|their)\b", re.IGNORECASE)
_OPENS: Final = re.compile(
    rf"(?:[^,]{{1,60}}, )?(?:(?P<office>{OFFICE})\b|this (?:\w+ ){{0,2}}report\b)", re.IGNORECASE
)
_REASONS: Final = re.compile(
    r"(?:therefore |also |only )?(?:(?:do|does) not )?(?:concludes?|infers?|finds?|considers?|draws?|claims?|rests?|rel(?:y|ies)|"
    r"regards?|treats?|leaves?|expresses|makes? no|takes? no|attaches|gives? (?:it|this|that|no) )\b",
    re.IGNORECASE,
)


def carried_on(text: str, subject: str, *, cited: bool) -> tuple[str, str]:
    """Return (text, subject): “It …” behind a sentence on the office, or on the report, reads as that office or report does.

    `subject` is what the sentence before was on, "" for neither. A sentence that cites is only read so where it reasons.
    """
    pronoun = _PRONOUN.match(text)
    if pronoun is None or not subject:
        opening = _OPENS.match(text)
        return text, "" if opening is None else "the office" if opening["office"] else "this report"
    rest = text[pronoun.end() :]
    read = f"{subject}’s{rest}" if pronoun["whose"] else f"{subject}{rest}"
    kind, _ = _by_rules(read)
    reasons = kind == "analysis" and _REASONS.match(rest.lstrip())
    if kind not in {"method", "analysis", "recommendation"} or (cited and not reasons):
        return text, ""
    return read, subject


def _advises(text: str) -> bool:
    """A sentence of advice, or one that tells of no act: "Soldiers shot them" is no recommendation anywhere."""
    return not IN_PASSING.search(text) and (bool(ADVICE.search(text)) or not ACT.search(text))


def _on_method(text: str) -> bool:
    return bool(METHOD.search(text)) and not ACT.search(text)


def _by_words(text: str, section: str) -> tuple[SentenceKind, str]:
    if frame := _FRAME.match(text) or _ASIDE.search(text):
        return _framed(text[: frame.start()] + text[frame.end() :])
    for sort, words, pattern in _SECTIONS:
        if pattern.search(section) and (
            _advises(text) and ADVICE.search(text) if sort == "recommendation" else _on_method(text)
        ):
            return sort, f"in the section on {words}"
    if opener := _OPENER.match(text):
        kind, reason = _by_rules(text[opener.end() :])
        stands = kind not in {"fact", "method"} or (kind == "fact" and ACT.search(text))
        return (kind, reason) if stands else ("analysis", "weighs or concludes")
    return _by_rules(text)


def _framed(text: str) -> tuple[SentenceKind, str]:
    kind, reason = _by_rules(text)
    return kind, (f"{reason}, in the voice of the office" if kind == "fact" else reason)


def _by_rules(text: str) -> tuple[SentenceKind, str]:
    found = next((rule for rule in RULES if rule.pattern.search(text)), None)
    if found is None:
        return "fact", "asserts a fact"
    if found.kind in {"method", "recommendation", "definition"} and IN_PASSING.search(text):
        return "fact", "asserts a fact in passing"
    return found.kind, found.reason
