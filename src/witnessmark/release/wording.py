"""The office's words for keys of the vocabulary, the same in HTML and PDF."""

from typing import Final

LEVELS: Final = {
    "established": "Facts: established",
    "credible": "Facts: credible",
    "indications": "Facts: indications",
    "account": "Facts: account of a source",
    "not-verified": "Facts: not verified",
    "violation": "Law: violation",
    "may-constitute": "Law: may constitute",
    "raises-concern": "Law: raises serious concerns",
}
DIVS: Final = {
    "analysis": "Analysis",
    "recommendation": "Recommendation",
    "summary": "Summary",
    "box": "Note",
    "annex": "Annex",
    "method": "Method",
}
STANCES: Final = {
    "asserts": "asserts",
    "denies": "denies",
    "qualifies": "qualifies",
    "reports": "reports what others assert",
    "declines": "declines to comment on",
}
RELIABILITY: Final = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "no basis to judge",
}
CREDIBILITY: Final = {
    "1": "confirmed by independent sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "no basis to judge",
}
DISTANCE: Final = {
    0: "experienced it",
    1: "saw it",
    2: "was told by one who experienced or saw it",
    3: "heard of it further away",
}
DISCLOSURE: Final = {
    "public": "The original is published.",
    "redacted": "A redacted copy is published.",
    "withheld": "Withheld. Only its commitment is published.",
}
#: Words for what a reader may want to know of the ladders (methodology, two ladders of certainty).
LADDERS: Final = (
    ("established", "at least two independent origins, one of them first-hand, and a recorded judgement of a reviewer"),
    ("credible", "at least two independent origins, assessed; not each incident is established"),
    ("indications", "at least one reliable source, or a document whose authenticity was graded"),
    ("account", "attributed to a source; no more is claimed"),
    ("not-verified", "an attempt to verify was made and is recorded"),
    ("violation", "facts established, every element of the violation met, the treaty binding at the date"),
    ("may-constitute", "material elements at established or indications, and all contextual elements assessed"),
    ("raises-concern", "facts at least credible; elements incomplete, and the report says so"),
)
#: How facts are established here, in words for a reader.
METHOD: Final = (
    (
        "Sources and information",
        (
            "How reliable a source is and how credible a piece of information is are graded apart, A to F and 1 to 6, each "
            "with a reason. F and 6 mean that there is no basis to judge."
        ),
    ),
    (
        "Independence",
        (
            "Corroboration counts origins, not outlets: what shares a witness, a document, a wire copy or a parent "
            "organisation is one origin. Each link is shown on the page of the item."
        ),
    ),
    (
        "Consent and protection",
        (
            "What a person told is published only as far as the person agreed, and protection comes before completeness. "
            "Names of sources are pseudonyms where protection asks for it."
        ),
    ),
    (
        "Reply",
        (
            "Every allegation was put to the party concerned, or the record says why not; the answer stands beside the "
            "allegation and in the annex."
        ),
    ),
    (
        "Certainty",
        "Facts are stated harder than law. Words for crimes are used with care: this report finds nobody guilty.",
    ),
)
