"""What a cue does, from its words alone: no lemma is given, as from a tagger of spans."""

import pytest

from witnessmark.reading.attribution import Attribution
from witnessmark.reading.cue_meaning import cue_meaning, lemma_of
from witnessmark.reading.polarity import hedges_of, is_hearsay, polarity_of


def attribution(text, cue, content, source=""):
    """Spans of the first occurrence of each part in the text; "" for a part that is absent."""

    def spans(part):
        return ((text.index(part), text.index(part) + len(part)),) if part else ()

    return Attribution(content=spans(content), source=spans(source), cue=spans(cue))


@pytest.mark.parametrize(
    ("cue", "lemma"),
    [
        ("said", "say"),
        ("has repeatedly denied", "deny"),
        ("would not have said", "say"),
        ("according to", "according to"),
        ("was later quoted by AP as saying", "quote"),
        ("calls for", "call for"),
        ("claims", "claim"),
        ("statement", "statement"),
        ("", ""),
        ("’s", ""),
    ],
)
def test_the_lemma_is_found_behind_auxiliaries_and_adverbs(cue, lemma):
    assert lemma_of(cue) == lemma


@pytest.mark.parametrize(
    ("cue", "said", "polarity"),
    [
        ("has repeatedly denied", "any link", "deny"),
        ("denial", "of the charge", "deny"),
        ("did not deny", "the charge", "affirm"),
        ("flatly rejected", "the finding", "deny"),
        ("dismissed", "the report as noise", "deny"),
        ("pleaded", "“not guilty”", "deny"),
        ("pleaded", "guilty", "affirm"),
        ("did not agree", "with the plan", "deny"),
        ("refused", "to leave", "deny"),
        ("declined", "to comment", "decline"),
        ("declined to comment on", "the case", "decline"),
        ("refused", "to say where he was", "decline"),
        ("did not immediately respond to", "a request for comment", "decline"),
        ("didn’t return", "calls", "decline"),
        ("could not be reached for comment", "", "decline"),
        ("would not say", "whether the plan was final", "decline"),
        ("never said", "that it was safe", "deny"),
        ("said", "the plan was final", "affirm"),
        ("condemned", "the raid", "affirm"),
        ("does not believe", "the count", "deny"),
    ],
)
def test_a_cue_denies_declines_or_affirms(cue, said, polarity):
    text = f"{cue} {said}"
    assert cue_meaning(text, [(0, len(cue))], said).polarity == polarity


@pytest.mark.parametrize(
    ("text", "cue", "content", "polarity"),
    [
        ("The envoy said the claim was baseless.", "said", "the claim was baseless", "deny"),
        ("She said he denied the charge.", "said", "he denied the charge", "affirm"),
        ("The mayor said the court rejected the plea.", "said", "the court rejected the plea", "affirm"),
        ("“We reject it,” he said.", "said", "“We reject it,”", "deny"),
        ("He called the report a forgery.", "called", "the report a forgery", "deny"),
        ("Police said there was no bomb.", "said", "there was no bomb", "affirm"),
    ],
)
def test_a_denial_within_the_words_counts_only_as_the_speakers_own(text, cue, content, polarity):
    source = text.split()[0] if text.startswith("She") else ""
    assert polarity_of(text, attribution(text, cue, content, source)) == polarity


@pytest.mark.parametrize(
    ("text", "cue", "content", "hedges"),
    [
        ("Police believe it was arson.", "believe", "it was arson", ("believe",)),
        ("He reportedly said it was over.", "reportedly said", "it was over", ("reportedly",)),
        ("She hinted it might slip.", "hinted", "it might slip", ("hinted", "might")),
        ("He said at least 20 had died.", "said", "at least 20 had died", ()),
        ("She accused them of theft.", "accused", "of theft", ()),
        ("He claims it was theft.", "claims", "it was theft", ()),
        ("They could not be found, he said.", "said", "They could not be found", ()),
        ("She said police believe it was arson.", "said", "police believe it was arson", ("believe",)),
        ("She said: “We believe in this town.”", "said", "“We believe in this town.”", ()),
        ("He wrote: “May God protect them.”", "wrote", "“May God protect them.”", ()),
        ("The gate was reported to be shut.", "was reported", "to be shut", ("reported",)),
        ("They could face trial, he said.", "said", "They could face trial", ("could",)),
        ("He said they will come as soon as possible.", "said", "they will come as soon as possible", ()),
    ],
)
def test_words_of_cue_and_content_that_keep_a_distance_are_hedges(text, cue, content, hedges):
    assert hedges_of(text, attribution(text, cue, content)) == hedges


@pytest.mark.parametrize(
    ("text", "cue", "content", "heard"),
    [
        (
            "Villagers said they were told that the road was shut.",
            "said",
            "they were told that the road was shut",
            True,
        ),
        ("She had heard that the road was shut.", "had heard", "that the road was shut", True),
        ("He said the road was shut.", "said", "the road was shut", False),
    ],
)
def test_hearsay_is_told_by_cue_or_content(text, cue, content, heard):
    assert is_hearsay(text, attribution(text, cue, content)) is heard
