"""The words that tell that somebody says something: verbs by class with their forms, nouns, and tables around them."""

from typing import Final, Literal, NamedTuple

from witnessmark.reading.word_sets import word_set

CueClass = Literal["say", "tell", "ask", "demand", "judge", "stance", "view", "show"]
CueForm = Literal["base", "present", "past", "ing"]


class Cue(NamedTuple):
    """A form of a cue verb: its lemma, class and form; `nounish` tells that the same form is also a noun."""

    lemma: str
    kind: CueClass
    form: CueForm
    nounish: bool = False


#: Verbs by class. *say*: a clause or quotation follows; *tell*: first who is told; *ask*; *demand*: what is wanted;
#: *judge*: somebody is called, accused, praised; *stance*: for or against a thing; *view*: what somebody thinks or wants
#: (weaker: reported, not uttered); *show*: documents and figures.
_VERBS: Final[dict[CueClass, str]] = {
    "say": "say add note announce argue write report suggest declare explain acknowledge continue conclude warn claim "
    "recall state insist reply respond reveal admit confirm assert reiterate concede remark stress emphasize emphasise "
    "lament joke quip predict complain contend observe recount mention caution allege tweet comment shout "
    "yell chant boast muse speculate imply interject opine exclaim whisper proclaim testify attest swear disclose "
    "highlight outline underline pledge vow promise threaten repeat answer retort counter hint signal bemoan "
    "quote cite forecast plead counsel relate echo brag chime agree estimate",
    "tell": "tell assure inform remind notify advise convince persuade",
    "ask": "ask question wonder inquire",
    "demand": "urge demand propose recommend request call-for call-on appeal-for appeal-to press order instruct",
    "judge": "accuse call describe criticise criticize praise blame denounce condemn blast slam mock portray depict label "
    "dub brand hail characterise characterize decry tout rip assail deride ridicule lambast "
    "credit credit-with liken refer-to reference fault rebuke scold chide laud applaud deplore castigate nickname voice "
    "express",
    "stance": "deny reject dismiss refuse decline refute rebut dispute oppose endorse defend "
    "disavow repudiate question rebuff disagree",
    "view": "believe think hope fear expect know worry prefer seem view wish suspect doubt acknowledge",
    "show": "show find indicate point-to point-out lay-out set-out spell-out talk-about read identify describe discuss",
}
_IRREGULAR: Final = {
    "say": "says said saying", "tell": "tells told telling", "write": "writes wrote writing", "think": "thinks thought thinking",
    "know": "knows knew knowing", "see": "sees saw seeing", "find": "finds found finding", "show": "shows showed showing",
    "swear": "swears swore swearing", "feel": "feels felt feeling", "seek": "seeks sought seeking", "read": "reads read reading",
    "lay": "lays laid laying", "set": "sets set setting", "spell": "spells spelled spelling", "deny": "denies denied denying",
    "forecast": "forecasts forecast forecasting", "decry": "decries decried decrying", "imply": "implies implied implying",
    "reply": "replies replied replying", "testify": "testifies testified testifying", "worry": "worries worried worrying",
    "notify": "notifies notified notifying", "identify": "identifies identified identifying",
}  # fmt: skip
_DOUBLED: Final = word_set(
    """
    admit rebut quip rip brag dub plan slam
    """
)
#: Forms that are nouns at least as often as verbs: a subject must stand right before them.
_NOUNISH: Final = word_set(
    """
    report reports claim claims note notes state states post posts comment comments tweet tweets promise promises
    pledge pledges vow vows answer answers estimate estimates document documents counter hint hints signal signals
    quote quotes forecast forecasts question questions demand demands request requests press order orders call calls
    attack attacks blame label labels brand brands charge charges credit credits fault reference references voice
    voices express support supports backs welcome hope hopes fear fears want wants worry worries view views plan
    plans doubt doubts show shows find finds list lists lay set read reads talk talks sees thought wish wishes
    appeal echo found respect favor favour regard regards advise addresses highlight highlights outline outlines
    dispute praise thought saying feeling finding findings writing reading ruling posting listing warning backing
    setting planning remarks remark shout shouts yell state relate maintain chant chants dismiss mock suspect
    suspects present dub slam appeals
    """
)
#: Second words that join the verb: the cue is both.
PARTICLES: Final = word_set(
    """
    for on to out about aside of as with that off
    """
)


def _forms(lemma: str) -> dict[str, CueForm]:
    if lemma in _IRREGULAR:
        present, past, ing = _IRREGULAR[lemma].split()
        return {lemma: "base", present: "present", ing: "ing", past: "past"}
    stem = lemma.removesuffix("e") if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    if lemma in _DOUBLED:
        stem += lemma[-1]
    present = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    past = lemma + "d" if lemma.endswith("e") else stem + "ed"
    return {lemma: "base", present: "present", past: "past", stem + "ing": "ing"}


def _table() -> tuple[dict[str, Cue], dict[tuple[str, str], Cue]]:
    single: dict[str, Cue] = {}
    double: dict[tuple[str, str], Cue] = {}
    for kind, lemmas in _VERBS.items():
        for entry in lemmas.split():
            lemma, _, particle = entry.partition("-")
            for form, tense in _forms(lemma).items():
                cue = Cue(entry.replace("-", " "), kind, tense, form in _NOUNISH)
                if particle:
                    double.setdefault((form, particle), cue)
                else:
                    single.setdefault(form, cue)
    return single, double


SINGLE, DOUBLE = _table()
#: Cue verbs after which a turned-round subject may stand: "…," said Zhang.
INVERTING: Final = word_set(
    """
    say add write ask note explain reply continue argue tweet shout joke recall warn conclude declare announce
    report respond remark insist
    """
)
#: Deverbal nouns that carry a statement after their owner: "Chinese calls for …", "his claim that …".
NOUN_CUES: Final = {
    "claim": {"that", "of"}, "claims": {"that", "of"}, "call": {"for", "to"}, "calls": {"for", "to"},
    "demand": {"for", "that", "to"}, "demands": {"for", "that", "to"}, "warning": {"that", "of", "to"},
    "warnings": {"that", "of"}, "assertion": {"that", "of"}, "assertions": {"that", "of"}, "accusation": {"that", "of"},
    "accusations": {"that", "of"}, "allegation": {"that", "of"}, "allegations": {"that", "of"}, "denial": {"that", "of"},
    "denials": {"that", "of"}, "suggestion": {"that"}, "criticism": {"of"}, "promise": {"to", "that", "of"},
    "pledge": {"to", "that", "of"}, "vow": {"to", "that"}, "threat": {"to"}, "belief": {"that", "in"}, "view": {"that"},
    "statement": {"that"}, "argument": {"that"}, "contention": {"that"}, "insistence": {"that", "on"}, "plea": {"for", "to"},
    "appeal": {"for", "to"}, "proposal": {"to", "that", "for"}, "conclusion": {"that"}, "admission": {"that"},
    "refusal": {"to"}, "opposition": {"to"}, "condemnation": {"of"}, "attacks": {"on"},
    "hope": {"that"}, "concerns": {"that", "about", "over"}, "concern": {"that", "about", "over"}, "fears": {"that", "of"},
}  # fmt: skip
#: Nouns that with *voiced*, *expressed*, *raised* make one cue ("voiced concerns").
SPOKEN_NOUNS: Final = word_set(
    """
    concern concerns doubt doubts fear fears hope hopes support confidence alarm outrage regret anger opposition
    frustration interest disappointment skepticism scepticism criticism gratitude optimism
    """
)
AUXILIARIES: Final = word_set(
    """
    has have had is are was were be been being will would could should may might can must shall do does did 's 've
    'd 'll 're 'm hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't couldn't shouldn't can't don't
    doesn't didn't not never cannot
    """
)
PASSIVE: Final = word_set(
    """
    is are was were be been being isn't aren't wasn't weren't gets get got
    """
)
ADVERBS: Final = word_set(
    """
    also later then just still even first again often ever once now already soon instead long too both all thus
    further more simply further meanwhile today yesterday earlier afterwards afterward recently
    """
)
DETERMINERS: Final = word_set(
    """
    the a an this that these those its his her their my our your some any no every each another such other both
    several many most few all what which whose one two three four five six seven eight nine ten
    """
)
PRONOUNS: Final = word_set(
    """
    he she they it we i you who which that one nobody everyone everybody someone somebody
    """
)
SUBJECT_PRONOUNS: Final = word_set(
    """
    he she they it we i you there
    """
)
SUBORDINATORS: Final = word_set(
    """
    that because if when while as although though after before since until unless whether where why how what which
    who whom whose than so but yet however
    """
)
PREPOSITIONS: Final = word_set(
    """
    of in on at for from with by to about over under during after before against between among through into outside
    inside near since until upon within without around across despite along following via per ahead toward towards
    alongside besides beyond including like late early last earlier next
    """
)
TIME_WORDS: Final = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow tonight week month year morning afternoon evening
    night jan feb mar apr jun jul aug sept sep oct nov dec earlier later recently ago
    """
)
BE: Final = frozenset(["is", "are", "was", "were", "am"])
