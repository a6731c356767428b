"""Faults of certainty and law: levels, crime words, elements, treaties, standards, guilt, medicine, tone."""

import re
from collections.abc import Iterator
from random import Random

from operators.base import Clean, Mutant, asserting, operator, places

_FACTS = ("not-verified", "account", "indications", "credible", "established")
_LAW = ("raises-concern", "may-constitute", "violation")


@operator("certainty", "WM3")
def raise_level(clean: Clean, random: Random) -> Iterator[Mutant]:
    for match in re.finditer(r"\{\.finding [^}]*?level=([\w-]+)", clean.source):
        for ladder in (_FACTS, _LAW):
            if match[1] in ladder:
                for higher in ladder[ladder.index(match[1]) + 1 :]:
                    yield clean.text(match.start(1), match.end(1), higher)


@operator("certainty", "WM3")
def raise_recorded_level(clean: Clean, random: Random) -> Iterator[Mutant]:
    used = {div.ref for div in clean.manuscript.divs if div.kind == "finding"}
    for finding in clean.evidence.findings:
        for ladder in (_FACTS, _LAW):
            if finding.id in used and finding.level in ladder:
                for higher in ladder[ladder.index(finding.level) + 1 :]:
                    yield clean.record(finding.id, f"{finding.level} → {higher}", level=higher, override="")


@operator("certainty", "WM3")
def harden_finding(clean: Clean, random: Random) -> Iterator[Mutant]:
    """The words of doubt of a finding are taken out."""
    inside = [one for one in clean.manuscript.sentences if clean.manuscript.div(one, "finding") is not None]
    swaps = (
        (r"There are indications (?:that|of) (?:a |an )?", "It is established that "), (r"There are credible accounts that ", ""),
        (r"[Tt]he accounts that (.*?) are credible", ""), (r"may constitute", "constitutes"), (r"may amount to", "amounts to"),
        (r"raises (?:serious )?concerns? under", "violates"), (r"could not verify", "verified"), (r"are credible", "are proved"),
        (r"is credible", "is proved"),
    )  # fmt: skip
    for pattern, new in swaps:
        for _, match, start, end in places(inside, pattern):
            text = match[1][:1].upper() + match[1][1:] if match.groups() and match[1] else new
            yield clean.text(start, end, text)


@operator("certainty", "WM304", "WM1", "WM3")
def crime_word(clean: Clean, random: Random) -> Iterator[Mutant]:
    swap = {
        "detention": "torture", "killing": "extermination", "shelling": "war crime", "beaten": "tortured", "killed": "murdered",
        "arrest": "enforced disappearance", "taken": "forcibly disappeared", "held": "enslaved", "deaths": "murders",
        "work": "enslavement", "course": "persecution", "courses": "persecution", "attack": "war crime", "treatment": "torture",
    }  # fmt: skip
    facts = [one for one in asserting(clean) if one.kind == "fact"]
    for _, match, start, end in places(facts, rf"\b(?:{'|'.join(swap)})\b"):
        yield clean.text(start, end, swap[match[0]])
    for block in clean.manuscript.headings:
        if block.level > 1:
            yield clean.text(block.span.end, block.span.end, ": genocide")


@operator("certainty", "WM305", "WM301")
def drop_element(clean: Clean, random: Random) -> Iterator[Mutant]:
    used = {div.ref for div in clean.manuscript.divs if div.kind == "finding"}
    for finding in clean.evidence.findings:
        for element in (
            finding.elements if finding.id in used and finding.level in {"may-constitute", "violation"} else ()
        ):
            rest = tuple(one for one in finding.elements if one is not element)
            yield clean.record(finding.id, f"without {element.key}", elements=rest)


@operator("certainty", "WM301", "WM305")
def drop_judgement(clean: Clean, random: Random) -> Iterator[Mutant]:
    used = {div.ref for div in clean.manuscript.divs if div.kind == "finding"}
    for finding in clean.evidence.findings:
        if finding.id in used and finding.judgement and finding.level in {"established", "violation", "may-constitute"}:
            yield clean.record(finding.id, "no judgement on record", judgement="", reviewer="")


@operator("certainty", "WM306")
def treaty_too_late(clean: Clean, random: Random) -> Iterator[Mutant]:
    for status in clean.evidence.treaties:
        measured = [
            one for one in clean.evidence.findings if any(key.startswith(f"{status.treaty}/") for key in one.articles)
        ]
        used = {div.ref for div in clean.manuscript.divs if div.kind == "finding"}
        if any(one.id in used and one.period for one in measured):
            yield clean.record(status.id, "in force later", in_force="2090-01-01")
            yield clean.record(status.id, "only signed", in_force="", signed="2020-01-01")
            yield clean.record(status.id, "denounced before", denounced="2005-01-01")


@operator("certainty", "WM303", "WM103")
def other_standard(clean: Clean, random: Random) -> Iterator[Mutant]:
    pattern = r"reasonable grounds to believe"
    for match in re.finditer(pattern, clean.source):
        yield clean.text(
            match.start(), match.end(), random.choice(("proof beyond reasonable doubt", "the balance of probabilities"))
        )
    for block in clean.manuscript.paragraphs[::10]:
        end = block.span.end
        yield clean.text(end, end, " The Office is sure of this beyond reasonable doubt.")


@operator("certainty", "WM308", "WM1")
def guilt(clean: Clean, random: Random) -> Iterator[Mutant]:
    lines = (
        "He is guilty of it.",
        "They are the perpetrators.",
        "The commander is criminally responsible for this.",
        "The guilty are known.",
    )
    for sentence in asserting(clean):
        if sentence.citations and sentence.ordinal % 4 == 0:
            cite = f" [@{sentence.citations[0].id}]"
            end = sentence.source_span.end
            yield clean.text(end, end, " " + random.choice(lines) + cite)


@operator("certainty", "WM309", "WM1")
def medical_degree(clean: Clean, random: Random) -> Iterator[Mutant]:
    for _, match, start, end in places(asserting(clean), r"\b(?:highly )?consistent with\b|\btypical of\b"):
        yield clean.text(start, end, random.choice(("diagnostic of", "proof of")))


@operator("certainty", "WM311", "WM1")
def loaded_word(clean: Clean, random: Random) -> Iterator[Mutant]:
    words = ("barbaric", "notorious", "shameful", "monstrous", "heinous", "brutal", "evil", "despicable", "horrific")
    nouns = "guards|soldiers|shelling|night|officers|police|ministry|army|company|detention|order|attack|centre|hall|quarry|command"
    facts = [one for one in asserting(clean) if one.kind == "fact"]
    for _, _, start, _ in places(facts, rf"(?<=the )(?:{nouns})\b"):
        yield clean.text(start, start, random.choice(words) + " ")


@operator("certainty", "WM312", "WM1", "WM2")
def inference(clean: Clean, random: Random) -> Iterator[Mutant]:
    lines = (
        "This shows that the order came from above.",
        "It follows that all of them knew.",
        "Clearly this was planned.",
        "The only explanation is intent.",
    )
    for sentence in asserting(clean):
        if (
            sentence.kind == "fact"
            and sentence.citations
            and sentence.ordinal % 5 == 0
            and clean.manuscript.div(sentence, "analysis") is None
        ):
            end = sentence.source_span.end
            yield clean.text(end, end, f" {random.choice(lines)} [@{sentence.citations[0].id}]")
