"""WM9xx: what a report must say of itself, and whom its recommendations are for."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from witnessmark.evidence.findings import Finding
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.model import Block, Manuscript, Sentence
from witnessmark.manuscript.registry import Check, Hit

_METHOD: Final = re.compile(
    r"\b(?:method\w*|how (?:we|this|the) \w+|standard of proof|about (?:this|the) report|mandate|limit\w*|sources and|scope)\b",
    re.IGNORECASE,
)
#: What a section on method must speak of, and the words by which it is known to.
_TOPICS: Final = {
    "the standard of proof": r"standard of proof|reasonable grounds|reasonable suspicion|balance of probabilit",
    "how information was collected": r"interview\w*|collected|gathered|captured|obtained|visited|reviewed|sources|received",
    "how it was verified": r"verif\w*|corroborat\w*|confirmed|cross-check\w*|authentic\w*|assess\w*|graded|"
    r"counted .{0,40}origin",
    "consent and protection": r"consent\w*|confidential\w*|protect\w*|anonym\w*|pseudonym\w*|identit\w+|agreed to be named|"
    r"names? (?:are|is|were|was) (?:withheld|changed)",
    "the right of reply": r"repl(?:y|ies|ied)|comments?\b|right of (?:reply|response)|letters? (?:for|asking|to)|responses?|"
    r"asked .{0,60}answer",
}
_SAID: Final = {topic: re.compile(rf"\b(?:{pattern})", re.IGNORECASE) for topic, pattern in _TOPICS.items()}
_ON_LIMITS: Final = re.compile(
    r"\b(?:limit\w*|scope|constraints?|caveats?|gaps?|not (?:know|seen|established|verified)|unknown|open)\b",
    re.IGNORECASE,
)
#: In a report of more than `_LONG` sentences without a heading that promises them, so many sentences state limits.
_FEW, _LONG = 2, 100
#: A section of its own on the letters and the replies says what the section on method would.
_ON_REPLIES: Final = re.compile(
    r"\b(?:repl(?:y|ies)|responses?|letters?|comments?|positions?|exchange|parties)\b", re.IGNORECASE
)
_LIMITS: Final = re.compile(
    r"\b(?:limit(?:s|ed|ation|ations)?|could not|cannot|was (?:not able|unable)|were (?:not able|unable)|unable to|no access|"
    r"(?:was |were )?(?:denied|refused) (?:access|entry)|not in a position|does not (?:claim|cover|purport)|incomplete|"
    r"not (?:exhaustive|representative|a sample|complete)|did not (?:visit|examine|have|see|receive)|without access|"
    r"underestimat\w*|undercount\w*|gaps?)\b",
    re.IGNORECASE,
)
_ADVISES: Final = re.compile(
    r"\b(?:should|must|recommends?|recommended|urges?|calls? (?:up)?on|is (?:asked|urged|requested|invited) to|ought to|"
    r"needs? to|invites?|requests?)\b",
    re.IGNORECASE,
)
_NOBODY: Final = re.compile(
    r"^(?:it (?:is|would be) (?:recommended|necessary|desirable|advisable)|there (?:should|must) be|(?:all |any |every |more )?"
    r"(?:steps|measures|efforts|action|everything|something|more|an? (?:\w+ ){0,3}(?:investigation|inquiry|mechanism|fund)|"
    r"investigations|reparations?|justice) "
    r"(?:should|must|ought))\b",
    re.IGNORECASE,
)
_RECOMMENDATIONS: Final = re.compile(r"\brecommendations?\b", re.IGNORECASE)
#: Who acts: a body, an office, a role; or a name (a capital behind the first word, or before the verb).
_ACTOR: Final = re.compile(
    r"\b(?:government|state|states|ministry|minister|authorit(?:y|ies)|parliament|court|courts|prosecutor\w*|police|army|forces|"
    r"commission\w*|committee|council|office|company|companies|union|united nations|members?|donors?|groups?|agency|agencies|"
    r"parties|party|community|outlets?|publishers?|operators?|committee|secretary|president|assembly|organi[sz]ations?|institute|"
    r"hospital|governor|commander|command|movement|administration|district|municipality|board|directorate|department|bank|"
    r"employers?|investors?|buyers?|journalists?|editors?|experts?|rapporteur)\b"
    r"|(?:^|\s)(?:the |The )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*(?: \w+){0,4} (?:should|must|is |are |ought)"
    r"|\b(?:to|on|upon|that|urges|asks|invites) (?:the |all )?[A-Z][\w’'-]+",
)
_TO: Final = re.compile(r"^(?:to|for) (?:the |all )?\w+", re.IGNORECASE)


def _reports(context: Context) -> Sequence[Manuscript]:
    """The manuscript, where it is a report: where it states findings."""
    return [context.manuscript] if any(div.kind == "finding" for div in context.manuscript.divs) else []


def _method_words(context: Context) -> str:
    """Everything that stands in a section on method or limits, or in a div of method."""
    manuscript = context.manuscript
    words: list[str] = []
    within = 0
    for block in manuscript.blocks:
        if block.kind == "heading":
            inside = bool(_METHOD.search(block.text))
            within = block.level if inside and not within else 0 if block.level <= within and not inside else within
        elif within or any(manuscript.divs[index].kind == "method" for index in block.divs):
            words.append(" ".join([block.text, *(cell.text for row in block.rows for cell in row)]))
    return "\n".join(words)


def _incomplete(context: Context, manuscript: Manuscript) -> Iterable[Hit]:
    words = _method_words(context)
    if not words:
        yield _hit(manuscript, "the report has no section on its method", "none", "a heading such as “Methodology”")
        return
    told_apart = any(block.kind == "heading" and _ON_REPLIES.search(block.text) for block in manuscript.blocks)
    words += "\nreplies" if told_apart else ""
    missing = [topic for topic, said in _SAID.items() if not said.search(words)]
    if missing:
        yield _hit(
            manuscript, "the section on method is incomplete", f"nothing on {'; '.join(missing)}", "a word on each"
        )


def _limitless(context: Context, manuscript: Manuscript) -> Iterable[Hit]:
    told = any(block.kind == "heading" and _ON_LIMITS.search(block.text) for block in manuscript.blocks)
    stated = [one for one in re.split(r"(?<=[.!?])\s", _method_words(context)) if _LIMITS.search(one)]
    if not stated or (not told and len(stated) < _FEW and len(manuscript.sentences) > _LONG):
        yield _hit(
            manuscript, "the report states no limits", "none", "what could not be seen, asked, visited or counted"
        )


def _hit(manuscript: Manuscript, message: str, got: str, expected: str) -> Hit:
    at = next((block for block in manuscript.blocks if block.kind == "heading" and _METHOD.search(block.text)), None)
    span = at.span if at is not None else manuscript.meta_span
    return Hit(message=message, got=got, expected=expected, start=span.start, end=span.end)


def _recommendations(context: Context) -> Sequence[Sentence]:
    found = context.manuscript.sentences
    advice = (one for one in found if one.kind == "recommendation" or _in_recommendations(context, one))
    return [one for one in advice if one.kind != "heading" and _ADVISES.search(one.text)]


def _in_recommendations(context: Context, sentence: Sentence) -> bool:
    """Tell whether a sentence stands under the heading of the recommendations."""
    if "recommendation blocks" not in context.shared:
        within, found = 0, set()
        for number, block in enumerate(context.manuscript.blocks):
            if block.kind == "heading":
                here = bool(_RECOMMENDATIONS.search(block.text))
                within = block.level if here else 0 if block.level <= within else within
            elif within:
                found.add(number)
        context.shared["recommendation blocks"] = found
    return sentence.block in context.shared["recommendation blocks"]


def _baseless(context: Context, sentence: Sentence) -> Iterable[Hit]:
    if not _rests_on_finding(context, sentence):
        yield Hit(
            message="a recommendation that rests on no finding", got="no citation of a finding", expected="such as [@F2]",
            sentence=sentence,
        )  # fmt: skip
    if not _addressed(context, sentence):
        yield Hit(
            message="a recommendation to nobody", got=sentence.text[:60], expected="who is to do it", sentence=sentence,
        )  # fmt: skip


def _rests_on_finding(context: Context, sentence: Sentence) -> bool:
    """By itself, by its paragraph, by the div around it, by the paragraph that leads its list in, or by its record."""
    manuscript, index = context.manuscript, context.evidence.index
    block = manuscript.blocks[sentence.block]
    groups = [*block.groups, *(group for lead in _leads(context, sentence) for group in lead.groups)]
    cited = [one.id for group in groups for one in group.citations]
    cited += [manuscript.divs[at].ref for at in sentence.divs]
    if any(isinstance(index.get(one), Finding) for one in cited):
        return True
    words = _folded(sentence.text)
    return any(one.findings and one.text and _folded(one.text) in words for one in context.evidence.recommendations)


def _addressed(context: Context, sentence: Sentence) -> bool:
    leads = [
        one for one in _leads(context, sentence) if one.kind == "heading" or one.text.rstrip().endswith((":", "…"))
    ]
    if any(_TO.match(lead.text) or _ACTOR.search(lead.text) for lead in leads):
        return True
    words = _folded(sentence.text)
    if any(one.to and one.text and _folded(one.text) in words for one in context.evidence.recommendations):
        return True
    return bool(_ACTOR.search(sentence.text)) and not _NOBODY.search(sentence.text)


def _leads(context: Context, sentence: Sentence) -> list[Block]:
    """The heading above a recommendation and, for an item of a list, the paragraph that leads the list in."""
    blocks = context.manuscript.blocks
    at = sentence.block
    leads: list[Block] = []
    above = at - 1
    while above >= 0 and blocks[above].kind == "item":
        above -= 1
    if blocks[at].kind == "item" and above >= 0 and blocks[above].kind == "paragraph":
        leads.append(blocks[above])
    heading = next((blocks[i] for i in range(at - 1, -1, -1) if blocks[i].kind == "heading"), None)
    return [*leads, *([heading] if heading is not None and _TO.match(heading.text) else [])]


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


CHECKS: Final = (
    Check(
        code="WM901", name="methodology-incomplete", severity="B", scope="document", title="The section on method is incomplete",
        explanation="A report that states findings says how it came to them: the standard of proof, how information "
        "was collected and verified, consent and protection, and the right of reply, under a heading such as "
        "“Methodology” or in ::: method.",
        rule="methodology, Hygiene: “methodology section incomplete B”", fix="Write what is missing.",
        subjects=_reports, run=_incomplete,
    ),
    Check(
        code="WM902", name="limits-missing", severity="E", scope="document", title="The report states no limits",
        explanation="A report says what it could not see, ask, visit or count, in its section on method or limits.",
        rule="methodology, Hygiene: “limits missing E”", fix="Write what could not be done, and what follows from it.",
        subjects=_reports, run=_limitless,
    ),
    Check(
        code="WM903", name="recommendation-without-ground", severity="E", scope="document",
        title="A recommendation without finding or addressee",
        explanation="Each recommendation cites the finding that it rests on, itself or in the sentence that leads its list "
        "in, and says who is to act.",
        rule="methodology, Hygiene: “recommendation without finding or addressee E”",
        fix="Cite the finding, [@F2], and name who is to act.", subjects=_recommendations, run=_baseless,
    ),
)  # fmt: skip
