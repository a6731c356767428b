"""What kind of sentence it is: rules that a person can read, first match wins; the reason is kept."""

import re
from dataclasses import dataclass
from typing import Final

from witnessmark.manuscript.model import SentenceKind

_OFFICE: Final = r"(?:the (?:office|mission|commission|team|investigators?|panel|authors?)(?! of)|we|OHCHR)"
_CUES: Final = (
    "said|says|say|saying|stated|states|told|tells|reports|alleged|alleges|testified|claimed|claims|denied|denies|deny|"
    "recalled|recalls|wrote|writes|announced|declared|noted|notes|added|adds|informed|explained|confirmed|confirms|"
    "described|describes|maintained|maintains|insisted|replied|answered|acknowledged|admitted|asserted|asserts|argued|"
    "argues|accused|insists|estimated|estimates|rejected|rejects|called|warned|remembered|recounted|heard"
)
_DOCUMENTS: Final = (
    "directive|letter|document|report|table|register|list|photograph|image|images|record|records|statement|notice|decree|"
    "order|memo|memorandum|file|annex|spreadsheet|page|article|video|recording|reply|law|regulation|communiqué|release"
)
_SHOWS: Final = (
    "orders?|ordered|instructs?|instructed|provides?|sets? out|lists?|shows?|records?|requires?|required|describes?|"
    "gives?|gave|contains?|bears?|counts?|mentions?|names?|puts?|carries|carried|speaks?|reads?|is dated|was dated|cites?|"
    "attributes?|repeats?|repeated"
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
    _rule("definition", "defines a term", r"\b(?:means|is defined as|are defined as|denotes|is used (?:here|in this))\b"
          r"|^(?:in|for the purposes of) this report,? (?:the (?:term|word|name)s?\b|~)|\b(?:the )?term ~"),
    _rule("recommendation", "recommends", rf"\b{_OFFICE} (?:therefore )?(?:recommends?|urges?|calls? (?:up)?on)\b"
          r"|^(?:it is )?recommend"),
    _rule("method", "speaks of the report itself",
          r"\b(?:this|the present) (?:report|chapter|section|annex|document|assessment|update|summary|part)\b"),
    _rule("analysis", "weighs or concludes",
          rf"\b{_OFFICE} (?:therefore |also )?(?:finds?|found|considers?|considered|concludes?|concluded|assess(?:es|ed)|"
          r"believes?|is of the view|is satisfied|was (?:un|not )able|could not|cannot|was not in a position|notes? that)\b"
          r"|^(?:taken together|in sum|on this basis|overall|it follows|by contrast|in light of)\b"
          r"|\b(?:may|might|could|would) (?:amount to|constitute)\b|\braises? (?:serious )?concerns?\b"
          r"|\breasonable grounds\b|^these (?:facts|accounts|patterns?|practices|acts|findings|elements|figures|sources)\b"
          r"|^this (?:suggests|indicates|pattern|practice|conduct|account|figure|is consistent)\b"
          r"|\b(?:can|could|cannot) (?:not )?be (?:inferred|concluded|excluded|verified|reconciled|added|summed)\b"
          r"|\b(?:is|are|was|were) (?:not )?(?:credible|consistent with)\b|\bindications? (?:of|that)\b"),
    _rule("method", "speaks of the evidence as a whole",
          r"^(?:no|none of the|neither|all|both|each|every|most of the) (?:of the )?(?:\w+ )?"
          r"(?:accounts?|sources?|witness(?:es)?|"
          r"interviews?|testimon(?:y|ies)|documents?|statements?|items?|records?)\b"
          r"(?! (?:said|told|were (?:held|beaten|killed)))"),
    _rule("method", "speaks of the work of the office",
          rf"\b{_OFFICE} (?:\w+ )?(?:interviewed|collected|preserved|reviewed|verified|examined|analysed|sent|wrote|"
          r"requested|received|applie[sd]|applied|used|uses|adopted|shared|based|asked|offered|grades?|graded|kept|"
          r"records?|recorded|withholds?|withheld|compared|obtained|captured|invited)\b"
          r"|^(?:names|some names|identities)\b.{0,60}\b(?:withheld|changed)\b|\bstandard of proof\b"),
    _rule("attribution", "attributed to a source", r"\baccording to\b|\bin (?:his|her|their|its) (?:own )?(?:words|account|"
          r"testimony|statement|letter|reply|view)\b|\bby (?:his|her|their|its) (?:own )?account\b|\balleged(?:ly)?\b"),
    _rule("attribution", "introduces a quotation", r"\bwords\b[^.]{0,24}~|:\s*~"),
    _rule("attribution", "somebody says it",
          rf"(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bbeing )"
          rf"\b(?:{_CUES})\b(?! (?:here|above|below|in this|earlier)\b)"
          r"|(?<!\bwas )(?<!\bwere )(?<!\bbeen )\breported (?:that|to|having|on|in its)\b"),
    _rule("attribution", "a document says it", rf"\b(?:{_DOCUMENTS})\b.{{0,80}}\b(?:{_SHOWS})\b"),
)  # fmt: skip


#: Sections whose sentences need no support of their own; a sentence there that cites is judged like any other.
_SECTIONS: Final[tuple[tuple[SentenceKind, str, re.Pattern[str]], ...]] = (
    ("recommendation", "recommendations", re.compile(r"\brecommendations?\b", re.IGNORECASE)),
    (
        "method",
        "method",
        re.compile(
            r"\b(?:method\w*|standard of proof|about this report|mandate|limitations?|limits|scope)\b", re.IGNORECASE
        ),
    ),
)


def classify(text: str, *, block: str, divs: tuple[str, ...], section: str = "") -> tuple[SentenceKind, str]:
    """Return (kind, reason) of a sentence whose quotations are replaced by `~`; an enclosing div overrides the rules."""
    if block == "heading":
        return "heading", "a heading"
    if block in {"image", "caption"} or re.match(r"(?:figure|table|photograph|map|image) \d+[.:]", text, re.IGNORECASE):
        return "caption", "a caption"
    for div in reversed(divs):
        if div in {"analysis", "recommendation", "method"}:
            return div, f"inside ::: {div}"  # type: ignore[return-value]  # narrowed by the set above
    return ("attribution", "a block quotation") if block == "quote" else _by_words(text, section)


def _by_words(text: str, section: str) -> tuple[SentenceKind, str]:
    for sort, words, pattern in _SECTIONS:
        if pattern.search(section):
            return sort, f"in the section on {words}"
    found = next((rule for rule in RULES if rule.pattern.search(text)), None)
    return (found.kind, found.reason) if found else ("fact", "asserts a fact")
