"""Is a claim stronger than what it cites? Lost negations and hedges, stronger verbs."""

import re
from collections.abc import Iterator
from typing import Final

from witnessmark.evidence.findings import Finding, Reply
from witnessmark.evidence.statements import Quantity, Statement
from witnessmark.language.hedges import Hedge, find_hedges
from witnessmark.manuscript.checks.miss import Miss
from witnessmark.manuscript.checks.scope import Claim
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.facts import numbers_in
from witnessmark.manuscript.words import content_stems

_NEGATION: Final = re.compile(
    r"\b(?!(?:no|not) (?:more|fewer|less|later|longer) than)(?:not|never|no|none|neither|nor|cannot|"
    r"without|nobody)\b|n['’]t\b",
    re.IGNORECASE,
)
#: Any word by which English turns a sentence round: enough to say that a "not" was not lost.
_TURNS: Final = re.compile(
    r"\b(?:not|never|no(?!\. ?\d)|none|neither|nor|cannot|without|nobody|nothing|den(?:y|ies|ied|ying|ial)|refus\w+|reject\w+|"
    r"declin\w+|"
    r"fail\w*|unable|lack\w*|absen\w+|contrary|untrue|false|dismiss\w*|prevent\w*|forb[aio]d\w*|prohibit\w*|ban\w*|"
    r"impossible|unaware|unknown|little|few|hardly|rarely|stopped|missing|empty|withh\w+|disput\w+|contradict\w*|"
    r"(?:speaks?|spoke|evidence|weighs?|argues?|goes) against|doubt\w*|"
    r"last (?:heard|saw|seen|spoke|met)|forger(?:y|ies)|forged|lies?|fabricat\w+|invent(?:ed|ion)|baseless|groundless|slander|"
    r"libel|objects?|objected|"
    r"protest(?:s|ed)|"
    r"closed|silent|ignored|instead|rather|only|except|un(?!necessar|ited|iform|ivers|less|til|der|ion|ique|ification|ified|"
    r"ify)[a-z]{4,})\b|n['’]t\b",
    re.IGNORECASE,
)
_UNCERTAIN: Final = re.compile(
    r"\b(?:may|might|could|would|possibl[ey]|perhaps|probabl[ey]|likely|apparent(?:ly)?|appear\w*|seem\w*|alleg\w+|suspect\w*|"
    r"reported(?:ly)?|reports?|purport\w*|so-called|believe[sd]?|thought|claim\w*|assum\w+|presum\w+|suggest\w*|indicat\w+|"
    r"licen[cs]\w+|allow\w*|permit\w*|agree\w*|unclear|uncertain|unconfirmed|unverified|estimat\w+|supposed\w*|said to|"
    r"accus\w+|if|whether|expect\w*|potential\w*)\b",
    re.IGNORECASE,
)
_MUST_KEEP: Final = re.compile(
    r"(?:may|might|possibly|perhaps|probably|likely|apparently|seemingly|appears? to|appeared to|seems? to|seemed to|"
    r"potentially|presumably|believed to|thought to|alleged(?:ly)?|suspected|purported(?:ly)?|reportedly|supposed(?:ly)?)",
    re.IGNORECASE,
)
#: Families of verbs that claim more than "said": the support must use one of the family.
_STRONG: Final = tuple(
    re.compile(rf"\b(?:{family})\b", re.IGNORECASE)
    for family in (
        r"confirm(?:s|ed|ing|ation)?|corroborat\w+|verif(?:y|ies|ied|ication)",
        r"highly consistent|typical of|diagnostic of", r"typical of|diagnostic of", r"diagnostic of",
        (r"admit(?:s|ted|ting)?(?! (?:to|\d))(?<!were admitted)(?<!was admitted)|admission|acknowledg\w+|conced\w+|confess\w*|"
        r"accept(?:s|ed)? (?:that|responsibility)"),
        (r"prov(?:e|es|ed|en|ing)|proof|demonstrat\w+|establish(?:es|ed)?(?= (?:that|how|whether|beyond|who|why|what|the "
            r"(?:facts?|truth|"
         r"identity|cause|responsibility)))|(?:is|was|been|as|being) (?:well |clearly |firmly )?established(?! (?:in|by|on|at|"
         r"as|under|"
         r"near|for|to|outside|inside))|conclusive\w*|undeniabl\w+|beyond doubt"),
        r"reveal\w*|expos(?:e|es|ed|ing)|disclos\w+|leak\w*",
        r"massacr\w+|slaughter\w*", r"murder\w*",
(
        r"murder\w*|massacr\w+|slaughter\w*|"
        r"execut(?:ed|ions?(?<!its execution)(?<!their execution)(?! of (?:the|this|that|its|an?) "
        r"(?:decree|order|contract|law|plan|judg|sentence|agreement|task|project|budget|measure)))|exterminat\w+|"
        r"assassinat\w+|kill\w*"
        ),
        r"enslav\w+|slave\w*", r"imprison\w*|jail\w*|prison\w*", r"shell(?:s|ed|ing)?\b", r"bomb\w*", r"stabb?\w*",
        r"strangl\w+", r"abduct\w*|kidnap\w*", r"rap(?:ed|e|es|ing)", r"tortur\w+", r"systematic\w*|widespread",
        r"order(?:s|ed|ing)?|instruct\w*|command\w*|direct(?:ed|ive|s)|require[sd]?|decree\w*",
        r"all|every|always|everyone|everybody|each|entire|whole|any",
    )
)  # fmt: skip
#: What the support may use instead: any form of the word.
_LOOSER: Final = {
    family: re.compile(
        r"\b(?:prov\w+|proof|demonstrat\w+|establish\w*|conclusive\w*|undeniabl\w+|beyond doubt)\b", re.IGNORECASE
    )
    for family in _STRONG
    if "undeniabl" in family.pattern
}
#: Words by which somebody agrees to what was put to them.
_ASSENTS: Final = re.compile(
    r"\b(?:accept(?:s|ed)?|confirm(?:s|ed)?|agree[sd]?|admit(?:s|ted)?|acknowledge[sd]?|concede[sd]?|"
    r"welcome[sd]?)\b",
    re.IGNORECASE,
)
_NEGATED_BEFORE: Final = re.compile(
    r"\b(?:not|never|nor|neither|no|cannot|without|to|whether|if)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
#: What the sentence leaves open, as an item of a list of open questions does.
_ASKS: Final = re.compile(
    r"(?:who|what|how|whether|where|when|why|which)\b(?! (?:they|he|she|it|we) (?:say|said))", re.IGNORECASE
)
_CLAUSES: Final = re.compile(r"[.;!?\n]|, (?=(?:but|and|while|although|not)\b)")
_AFFIRMS: Final = re.compile(
    r"[.;:!?\n]|, (?:but|and|while|although) |\band (?=(?:is|are|was|were|do|does|did|has|have) (?:not|never)\b)"
)
_CLAUSE: Final = re.compile(r"[.;!?\n]|, (?:but|and|while|although) ")
#: “a ” may stand between a hedge and its number.
_ARTICLE: Final = 4
#: Where a clause of a sentence ends.
_AT_A_TIME: Final = re.compile(r"(?:when|where)\b[^,?]{3,80}, ", re.IGNORECASE)
_PARTS: Final = re.compile(
    r"[;:]|, (?:since|because|although|while|whereas|but|and|so|which|who|where|when)\b|\band (?:did|"
    r"was|were|had|could)\b"
)
#: “No. 4” denies nothing, and neither its stop nor that of “Dr.” ends a clause.
_NUMBERED: Final = re.compile(r"\bNo\. ?(?=\d)")
_TITLES: Final = re.compile(r"(?<=\bDr)\.|(?<=\bMr)\.|(?<=\bMs)\.|(?<=\bMrs)\.|(?<=\bSt)\.")
#: “Did see”: an emphatic verb of the claim that the passage, or a quotation beside it, denies.
_EMPHATIC: Final = re.compile(r"\b(?:did|does|do) (?!not\b|so\b|this\b|that\b|it\b)([a-z]{3,})\b", re.IGNORECASE)
#: A negation of a verb: “did not”, “cannot”, “has never”.
_VERBAL: Final = re.compile(
    r"\b(?:(?:do|does|did|could|can|would|will|should|has|have|had|may|might|must) (?:not|never)|cannot)$|n['’]t$",
    re.IGNORECASE,
)
_CONTRAST: Final = re.compile(r"(?:,|\b(?:and|but)) $")
_PHRASE: Final = re.compile(
    r" (?:from|by|in|on|at|for|to|of|with|as|the|an?|his|her|its|their|because|only)\b", re.IGNORECASE
)
_NOT_SAID: Final = re.compile(
    r"\b(?:did|had|has|have|does|do) (?:not|never) (?:said|say|told|tell|written|write|wrote|stated?|declared?|repl(?:y|ied)|"
    r"add(?:ed)?)\b",
    re.IGNORECASE,
)
_BOUND_ONE: Final = re.compile(
    r"\b(at least|more than|no more than|not even|up to|about) one ([a-z]{3,})\b", re.IGNORECASE
)
_WINDOW: Final = re.compile(r"[^.;:!?,\n]*")
_REACH: Final = 60
_MOST, _ENOUGH, _MUCH = 3, 2, 0.4


def overstated(context: Context, claim: Claim) -> Iterator[Miss]:
    """Yield what a claim of fact or attribution says more strongly than its supports do (English passages only)."""
    if claim.sentence.kind in {"analysis", "recommendation", "heading", "definition"}:
        return
    if _ASKS.match(claim.sentence.text) and not _AT_A_TIME.match(claim.sentence.text):
        return
    passages = _passages(claim)
    if claim.sentence.kind == "cell":
        yield from _lost_bounds(claim, passages)
        return
    whole = claim.sentence.text
    if passages:
        yield from _lost_negation(claim, passages, whole)
        yield from _added_negation(claim, passages)
        yield from _emphatic(claim, passages)
        yield from _unsaid_quotation(claim)
        yield from _lost_hedge(claim, passages, whole)
    yield from _lost_denial(claim, whole)
    yield from _stronger_verb(context, claim)


def _passages(claim: Claim) -> list[str]:
    """English words of what is cited: the passage, or its aligned attested translation; of a finding its text."""
    found = [record.text for support in claim.supports for record in support.records if isinstance(record, Finding)]
    for support in claim.supports:
        for extract in support.extracts:
            english = (extract.text.language or "en").startswith("en")
            if english and extract.exact:
                found.append(extract.exact)
            elif english and extract.translation and extract.end - extract.start < len(extract.text.content):
                found.append(extract.words)
    return [_NUMBERED.sub("Nr ", _TITLES.sub("", one)) for one in found]


def _after(text: str, end: int) -> str:
    match = _WINDOW.match(text, end)
    return match[0][:_REACH] if match else ""


def _says_it(claim: Claim, words: str) -> bool:
    """The claim uses the words that follow a hedge or negation: the next content word, or two of the first three."""
    stems = list(dict.fromkeys(content_stems(words)))[:_MOST]
    said = set(content_stems(claim.words))
    return bool(stems) and (stems[0] in said or sum(stem in said for stem in stems) >= _ENOUGH)


def _lost_negation(claim: Claim, passages: list[str], whole: str) -> Iterator[Miss]:
    for passage in passages:
        for match in _NEGATION.finditer(passage):
            after = _after(passage, match.end())
            ahead = passage[: match.start()]
            if _VERBAL.search(ahead + match[0]) and not _uses_verb(claim, after):
                continue  # what is denied is a verb that the claim does not use
            if _lost_here(claim, passage, after, whole, contrast=ahead.rstrip().endswith(",")) and not _told_elsewhere(
                passages, passage, match, after
            ):
                yield _miss(
                    claim, f"a “{match[0]}” of the passage is lost", f"{match[0]}{_after(passage, match.end())}"
                )
                return


def _uses_verb(claim: Claim, after: str) -> bool:
    """One of the first two content words behind a negation is the verb it denies."""
    said = set(content_stems(claim.words))
    return any(stem in said for stem in list(dict.fromkeys(content_stems(after)))[:1])


def _lost_here(claim: Claim, passage: str, after: str, whole: str, *, contrast: bool) -> bool:
    """The claim says what stands behind a negation, in a clause of its own that nothing turns round."""
    stems = list(dict.fromkeys(content_stems(after)))[:_MOST]
    if not _says_it(claim, after) or (
        contrast and sum(one in set(content_stems(claim.words)) for one in stems) < _ENOUGH
    ):
        return False
    if not _many(stems, claim.words) and not _about_the_same(claim, passage):
        return False
    quoted = any(_TURNS.search(one.text) and _many(stems, one.text) for one in claim.sentence.quotations)
    if quoted and not _many(stems, claim.words):
        return False  # the words in marks carry the negation
    clauses = [one for one in _PARTS.split(claim.words) if stems[0] in content_stems(one) or _many(stems, one)]
    if len(clauses) == 1 and len(_PARTS.split(claim.words)) > 1 and _many(stems, clauses[0]):
        return not _TURNS.search(clauses[0])
    return not _TURNS.search(whole)


def _about_the_same(claim: Claim, passage: str) -> bool:
    """The claim holds much of what the passage says besides."""
    stems = set(content_stems(passage))
    return len(stems & set(content_stems(claim.words))) >= _MUCH * len(stems)


def _many(stems: list[str], text: str) -> bool:
    return len(set(stems) & set(content_stems(text))) >= _ENOUGH


def _told_elsewhere(passages: list[str], passage: str, match: re.Match[str], after: str) -> bool:
    """Tell whether a clause without a turn says the same of something else: “I saw A. I could not see B.”."""
    stems = list(dict.fromkeys(content_stems(after)))[:_MOST]
    start = max((one.end() for one in _CLAUSES.finditer(passage) if one.end() <= match.start()), default=0)
    end = _CLAUSES.search(passage, match.end())
    rest = [clause for other in passages if other != passage for clause in _CLAUSES.split(other)]
    others = rest + [
        one for one in _CLAUSES.split(passage[:start]) + _CLAUSES.split(passage[end.end() :] if end else "") if one
    ]
    return any(not _TURNS.search(one) and _many(stems, one) for one in others)


def _added_negation(claim: Claim, passages: list[str]) -> Iterator[Miss]:
    clauses = [clause for passage in passages for clause in _CLAUSE.split(passage)]
    for match in re.finditer(
        r"\b(?:not|never)\b(?! (?:exclude|rule out|contradict|mean))|n['’]t\b",
        claim.words,
        re.IGNORECASE,
    ):
        if claim.sentence.kind == "method" and re.match(
            r" (?:count|counted|used|relied)\b", claim.words[match.end() :]
        ):
            continue
        stems = set(list(dict.fromkeys(content_stems(_after(claim.words, match.end()))))[:_MOST])
        if _CONTRAST.search(claim.words[: match.start()]) and _PHRASE.match(claim.words, match.end()):
            continue  # “from photographs and not from the body” denies no verb
        about = [clause for clause in clauses if len(stems & set(content_stems(clause))) >= min(_ENOUGH, len(stems))]
        verb = next(iter(content_stems(_after(claim.words, match.end()))), "")
        same = [one for one in clauses if verb in content_stems(one) and _much_of(one, claim.sentence.text)]
        twice = _twice(claim.words, match) and about and all(len(_NEGATION.findall(one)) == 1 for one in about)
        if twice or (stems and (about or same) and not any(_TURNS.search(clause) for clause in about or same)):
            yield Miss(
                message="a “not” that the passage does not have", got=match[0], expected=passages[0][:80],
                at=match.start(), length=len(match[0]),
            )  # fmt: skip
            return


def _much_of(clause: str, text: str) -> bool:
    """Three of the clause's content words, or half of them, stand in a sentence."""
    stems = set(content_stems(clause))
    shared = len(stems & set(content_stems(text)))
    return shared >= _MOST or (shared >= _ENOUGH and 2 * shared >= len(stems))


def _twice(words: str, match: re.Match[str]) -> bool:
    """Another negation stands before this one in the same clause: “nobody was not paid”."""
    start = max((one.end() for one in _PARTS.finditer(words, 0, match.start())), default=0)
    return bool(_NEGATION.search(words, start, match.start()))


def _emphatic(claim: Claim, passages: list[str]) -> Iterator[Miss]:
    quoted = [one.text for one in claim.sentence.quotations]
    for match in _EMPHATIC.finditer(claim.words):
        denied = re.compile(rf"\b(?:did|does|do|could|can) ?not (?:\w+ )?{re.escape(match[1])}\b", re.IGNORECASE)
        plain = re.compile(rf"(?<!not )\b(?:did|does|do) {re.escape(match[1])}\b", re.IGNORECASE)
        if any(denied.search(one) for one in passages + quoted) and not any(plain.search(one) for one in passages):
            yield Miss(
                message="a “not” of the passage is lost", got=match[0], expected=f"did not {match[1]}", at=match.start(),
                length=len(match[0]),
            )  # fmt: skip
            return


def _unsaid_quotation(claim: Claim) -> Iterator[Miss]:
    """“He had not told the paper: ~”: somebody is said not to have said what is quoted."""
    for match in _NOT_SAID.finditer(claim.words):
        at = claim.start + match.end()
        if any(0 <= quotation.at - at <= _REACH for quotation in claim.sentence.quotations):
            yield Miss(
                message="words that are quoted are said not to have been said", got=match[0], expected="who said them",
                at=match.start(), length=len(match[0]),
            )  # fmt: skip


def _lost_hedge(claim: Claim, passages: list[str], whole: str) -> Iterator[Miss]:
    yield from _lost_bounds(claim, passages)
    for passage in passages:
        for hedge in find_hedges(passage):
            following = _after(passage, hedge.end)
            permits = hedge.words.lower() == "may" and passage[: hedge.start].lower().rstrip().endswith(
                ("you", "they", "anyone")
            )
            if permits:
                continue
            if _MUST_KEEP.fullmatch(hedge.words) and not _UNCERTAIN.search(whole) and _says_it(claim, following):
                yield _miss(claim, f"“{hedge.words}” of the passage is lost", f"{hedge.words}{following}")
                return


def _lost_bounds(claim: Claim, passages: list[str]) -> Iterator[Miss]:
    for passage in passages:
        for one in _BOUND_ONE.finditer(passage):
            plain = re.search(
                rf"(?<!at least )(?<!only )(?<!than )\bone {re.escape(one[2])}\b", claim.words, re.IGNORECASE
            )
            if plain and one[1].casefold() not in claim.words.casefold():
                yield Miss(
                    message=f"“{one[1]}” of the passage is lost", got=plain[0], expected=one[0], at=plain.start(),
                    length=len(plain[0]),
                )  # fmt: skip
        for hedge in find_hedges(passage):
            if hedge.kind in {"bound", "approximation"}:
                yield from _lost_bound(claim, hedge, passage)


def _lost_bound(claim: Claim, hedge: Hedge, passage: str) -> Iterator[Miss]:
    near = (one for one in numbers_in(passage) if 0 <= one.start - hedge.end <= _ARTICLE)
    bounded = next(near, None)
    if bounded is None or bounded.value is None:
        return
    for number in numbers_in(claim.words):
        before = claim.words[max(0, number.start - 40) : number.start]
        hedged = (
            re.search(r"\b(?:within|allows?|allowed|limits?|maximum of)\b", claim.words)
            or any(one.kind in {"bound", "approximation", "modal"} for one in find_hedges(before + " 9"))
            or re.search(r"\b(?:to|and|–|minimum|maximum|estimat\w+|of)\s*$", before)
        )
        more = claim.words[number.end :].lstrip().startswith(("or more", "or fewer", "or less"))
        if number.value == bounded.value and not hedged and not more:
            yield Miss(
                message=f"“{hedge.words}” of the passage is lost", got=number.words,
                expected=f"{hedge.words} {number.words}", at=number.start, length=number.end - number.start,
            )  # fmt: skip


def _lost_denial(claim: Claim, whole: str) -> Iterator[Miss]:
    """Everything cited denies, and the sentence has no word of it; beside a quotation, it says that somebody agreed."""
    records = [record for support in claim.supports for record in support.records if isinstance(record, Statement)]
    if not records or any(record.polarity != "deny" for record in records):
        return
    if claim.sentence.quotations:
        lost = bool(_ASSENTS.search(claim.words)) and not _TURNS.search(claim.words)
    else:
        lost = not _TURNS.search(whole) and not _affirmed(claim)
    if lost:
        yield _miss(claim, "the statement denies, the sentence does not", "a denial")


def _affirmed(claim: Claim) -> bool:
    """A passage can deny one thing and affirm another: the claim keeps to a clause of it that turns nothing round."""
    said = set(content_stems(claim.words))
    clauses = [one for passage in _passages(claim) for one in _AFFIRMS.split(passage)]
    kept = max((len(said & set(content_stems(one))) for one in clauses if not _TURNS.search(one)), default=0)
    turned = max((len(said & set(content_stems(one))) for one in clauses if _TURNS.search(one)), default=0)
    return kept >= _ENOUGH and kept > turned


def _stronger_verb(context: Context, claim: Claim) -> Iterator[Miss]:
    english = all(
        (extract.text.language or "en").startswith("en") or extract.translation
        for support in claim.supports
        for extract in support.extracts
    ) or any(extract.translation for support in claim.supports for extract in support.extracts)
    if not english:
        return
    said = (
        "\n".join(support.words for support in claim.supports)
        + _outcomes(context, claim)
        + _bound_words(context, claim)
    )
    for family in _STRONG:
        for match in family.finditer(claim.words):
            if _LOOSER.get(family, family).search(said) or _NEGATED_BEFORE.search(claim.words[: match.start()]):
                continue
            if match[0].lower() in _QUANTIFIERS and not _weaker(said):
                continue
            yield Miss(
                message="a stronger word than the support has", got=match[0], expected="the strength of the source's own words",
                at=match.start(), length=len(match[0]),
            )  # fmt: skip


_QUANTIFIERS: Final = frozenset({"all", "every", "always", "everyone", "everybody", "each", "entire", "whole", "any"})


def _weaker(said: str) -> bool:
    return bool(re.search(r"\b(?:some|many|most|several|often|sometimes|part of|a few|usually)\b", said, re.IGNORECASE))


def _bound_words(context: Context, claim: Claim) -> str:
    """What the quantities count to which words of the sentence are bound."""
    records = (context.evidence.index.get(bound.ref) for bound in claim.sentence.bounds)
    return "".join(f"\n{record.what}\n{record.population}" for record in records if isinstance(record, Quantity))


def _outcomes(context: Context, claim: Claim) -> str:
    records = [record for support in claim.supports for record in support.records]
    items = {getattr(record, "item", "") for record in records} - {""}
    replies = [record for record in records if isinstance(record, Reply)]
    replies += [one for one in context.evidence.replies if one.item in items]
    return " ".join(outcome for reply in replies for outcome in reply.outcomes.values())


def _miss(claim: Claim, message: str, expected: str) -> Miss:
    return Miss(
        message=message, got=claim.words.strip()[:80], expected=expected[:80], at=0, length=len(claim.words.strip())
    )
