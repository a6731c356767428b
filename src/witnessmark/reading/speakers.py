"""Speakers: every source phrase resolved within the document to one entity, or to none with its candidates."""

import re
from collections.abc import Sequence
from typing import Final

from witnessmark.evidence.reading import NameMention, Span
from witnessmark.reading.attribution import Attribution
from witnessmark.reading.bodies import Bodies
from witnessmark.reading.cue_meaning import cue_words
from witnessmark.reading.distance import Distance
from witnessmark.reading.documents import Documents
from witnessmark.reading.heard import Heard, Speaker
from witnessmark.reading.people import People
from witnessmark.reading.person_words import gender_of, has_role, is_plural
from witnessmark.reading.phrases import Phrases
from witnessmark.reading.pronouns import HE, IT, THEY, Place, first_person, he_or_she, it, they
from witnessmark.reading.relatives import antecedent
from witnessmark.reading.source_phrase import SourcePhrase, take_apart
from witnessmark.reading.states import state_of
from witnessmark.reading.word_sets import word_set

_FIRST: Final = word_set("i me my mine we us our ours")
#: Pronouns that mean nobody whom grammar tells.
_OPEN: Final = word_set("you your one nobody everyone everybody someone somebody there anyone anybody none others")
#: Pronouns of the languages whose quotations are read without resolving them; alone, or with words behind them.
_FOREIGN: Final = re.compile(
    r"(?:он|она|оно|они|я|мы|هو|هي|هم|هن|أنا|نحن|ئۇ|ئۇلار|مەن|بىز|[他她它](?:们|們)?|我(?:们|們)?|其)(?!\w)"
    r"|[他她它我](?:们|們)?", re.IGNORECASE
)  # fmt: skip
_HIS: Final = re.compile(r"(?P<word>his|her)\s+(?P<rest>\S.*)", re.IGNORECASE)
_RELATIVE: Final = frozenset({"who", "which", "that", "whom", "whose"})
#: So many code points of a quotation tell it from others.
_OPENING: Final = 40
_FEW: Final = 5
#: So many attributions before one are looked at for one that quotes it.
_AROUND: Final = 6
#: So far back a relative word's antecedent is looked for.
_BACK: Final = 200
_WAS_TOLD: Final = re.compile(
    r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?(?:told|informed|warned|advised|assured|notified|reminded|briefed)\b",
    re.IGNORECASE,
)


def resolve_speakers(
    text: str, attributions: Sequence[Attribution], names: Sequence[NameMention], *, author: str = ""
) -> list[Speaker]:
    """Return the speaker of each attribution, in the same order; linear in the number of attributions and names.

    `author` is who speaks in a letter or report: its *we* and *I* where nobody is quoted.
    Nothing but spans is needed of an attribution: its source may be a noun phrase with apposition and relative clause, a
    pronoun, a genitive, or nothing.
    """
    resolver = _Resolver(text, attributions, names, author)
    return [resolver.speaker(each) for each in attributions]


class _Resolver:
    """One pass over a document: who was heard before is known at each attribution."""

    def __init__(
        self, text: str, attributions: Sequence[Attribution], names: Sequence[NameMention], author: str
    ) -> None:
        self._text, self._author = text, author
        sources = [_words(text, each) for each in attributions if each.source]
        self._people = People(text, names, [take_apart(words) for words in sources])
        self._distance = Distance(text)
        self._heard = Heard()
        self._phrases = Phrases(
            self._people, Bodies(text, names), Documents(text, attributions), self._heard, self._distance, sources
        )
        self._resolved: dict[Span, Speaker] = {}
        self._recent: list[tuple[Attribution, Speaker]] = []

    def speaker(self, each: Attribution) -> Speaker:
        """Return the speaker of the next attribution."""
        outer = self._outer(each)
        known = self._resolved.get(each.source[0]) if each.source and not each.told else None
        speaker = known or self._repeated(each, self._speaker(each, outer))
        if each.source and speaker.name:
            self._resolved[each.source[0]] = speaker
        self._remember(speaker, each, nested=outer is not None)
        self._recent = [*self._recent[1 - _AROUND :], (each, speaker)]
        return speaker

    def _outer(self, each: Attribution) -> Speaker | None:
        """Return the speaker of the attribution before in whose words the source of this one stands."""
        if not each.source:
            return None
        at = each.source[0][0]
        for before, speaker in reversed(self._recent):
            if any(start <= at < end for start, end in before.content) and before.source != each.source:
                return speaker
        return None

    def _speaker(self, each: Attribution, outer: Speaker | None) -> Speaker:
        if each.told or self._was_told(each):
            return Speaker(reason="the subject was told it; who said it is not named")
        if not each.source:
            return self._without_source(each)
        phrase, at = take_apart(_words(self._text, each)), each.source[0][0]
        by_word = self._by_word(phrase, at, outer)
        if by_word is not None:
            return by_word
        if phrase.whole.lower() in _RELATIVE:
            return self._relative(phrase.whole, at)
        return self._of_him(self._phrases.speaker(phrase, at), phrase, at)

    def _of_him(self, speaker: Speaker, phrase: SourcePhrase, at: int) -> Speaker:
        """Tell whose "his lawyer" or "her campaign" is, so that those of two persons are not taken for one."""
        match = _HIS.match(phrase.core)
        if match is None or speaker.name in self._people or not speaker.name:
            return speaker
        place = Place(text=self._text, at=at)
        owner = he_or_she(match["word"].lower(), place, self._people, self._heard, self._distance)
        if not owner.name:
            return speaker
        name = f"{owner.name}’s {match['rest']}"
        return Speaker(name=name, reason=f"as the text calls it; {owner.reason}", sure=owner.sure)

    def _was_told(self, each: Attribution) -> bool:
        """Tell whether the source before a passive cue heard the words: "residents were told that"."""
        told = bool(each.source and each.cue and each.source[0][0] < each.cue[0][0])
        return told and _WAS_TOLD.search(cue_words(self._text, each.cue)) is not None

    def _without_source(self, each: Attribution) -> Speaker:
        last = self._heard.last
        goes_on = not each.cue and not self._distance.paragraphs(self._heard.last_at, each.start)
        if each.follows or (goes_on and self._heard.last_at >= 0):
            if last.name:
                return Speaker(name=last.name, reason="goes on from the words before", sure=last.sure)
            return Speaker(reason="goes on from words whose speaker is not known", candidates=last.candidates)
        known = (last.name,) if last.name else last.candidates
        return Speaker(reason="nobody is named as saying it", candidates=known)

    def _by_word(self, phrase: SourcePhrase, at: int, outer: Speaker | None) -> Speaker | None:
        """Resolve a source phrase that is one pronoun; None for any other phrase."""
        word = (
            phrase.whole.lower().split(" ")[0]
            if phrase.whole.lower().endswith(("self", "selves"))
            else phrase.whole.lower()
        )
        if word in HE or word in THEY or word in IT:
            place = Place(text=self._text, at=at, inside=self._quoted(at, outer))
            if word in HE:
                return self._outer_person(word, outer, place) or he_or_she(
                    word, place, self._people, self._heard, self._distance
                )
            resolve = they if word in THEY else it
            return resolve(word, place, self._heard, self._distance)
        if word in _FIRST and outer is None and self._author:
            return Speaker(name=self._author, reason=f"“{phrase.whole}”: whose letter or report it is", sure=False)
        if word in _FIRST:
            return first_person(word, outer, self._people)
        if word in _OPEN or _FOREIGN.match(word):
            return Speaker(reason=f"“{phrase.whole}” is not resolved", candidates=self._people.before(at, _FEW))
        return None

    def _quoted(self, at: int, outer: Speaker | None) -> str:
        """Return who is quoted in his own words around a place: his *he* is somebody else."""
        if outer is None:
            return ""
        for before, speaker in reversed(self._recent):
            for start, end in before.content:
                if start <= at < end and self._text[start : start + 1] in {"“", '"', "”", "‘", "'", "«"}:
                    return speaker.name
        return ""

    def _outer_person(self, word: str, outer: Speaker | None, place: Place) -> Speaker | None:
        """Take *he* in reported words as who reports them, where nobody else is named between: "Alvarez said he hopes"."""
        if (
            outer is None
            or place.inside
            or outer.name not in self._people
            or not self._people.fits(outer.name, HE[word])
        ):
            return None
        start = self._distance.sentence(place.at)
        if set(self._people.since(start, place.at)) - {outer.name}:
            return None
        return Speaker(name=outer.name, reason=f"“{word}”: who reports it in the same sentence", sure=False)

    def _relative(self, word: str, at: int) -> Speaker:
        start = max(self._distance.sentence(at), at - _BACK)
        phrase, begins = antecedent(self._text, start, at)
        if not phrase:
            return Speaker(reason=f"what “{word}” stands for was not found", candidates=self._people.before(at, _FEW))
        if phrase.lower() in HE:
            return he_or_she(phrase.lower(), Place(text=self._text, at=at), self._people, self._heard, self._distance)
        named = set(self._people.since(start, at))
        if len(named) == 1 and has_role(phrase):
            return Speaker(name=named.pop(), reason=f"the person whose role stands before “{word}”")
        return self._phrases.speaker(take_apart(phrase), begins)

    def _repeated(self, each: Attribution, speaker: Speaker) -> Speaker:
        """Give a quotation without a source the speaker under whom the same words stood before: pages print them twice."""
        words = "".join(self._text[start : start + _OPENING] for start, _ in each.content[:1])
        key = "".join(char for char in words if char.isalnum()).lower()
        if speaker.name:
            self._heard.words.setdefault(key, speaker.name)
            return speaker
        known = self._heard.words.get(key, "") if not each.source and len(key) > _FEW else ""
        return Speaker(name=known, reason="the same words are quoted from this speaker above") if known else speaker

    def _remember(self, speaker: Speaker, each: Attribution, *, nested: bool) -> None:
        """Keep who spoke, for pronouns and what goes on; who is only quoted in another's words does not replace that one."""
        heard, at = self._heard, max(end for _, end in each.content + each.source)
        if not nested:
            heard.last, heard.last_at = speaker, at
        if not speaker.name or nested:
            return
        if speaker.name in self._people:
            heard.person, heard.person_at = speaker.name, at
        elif is_plural(speaker.name) and state_of(speaker.name) != speaker.name:
            heard.group, heard.group_at = speaker.name, at
        elif has_role(speaker.name) or gender_of(speaker.name):
            heard.single, heard.single_at = speaker.name, at
        else:
            heard.body, heard.body_at = speaker.name, at


def _words(text: str, each: Attribution) -> str:
    """Return the words of a source: all its spans where they stand near each other, else the first."""
    first, last = each.source[0], each.source[-1]
    near = last[0] - first[1] <= _OPENING
    return " ".join(text[start:end] for start, end in (each.source if near else each.source[:1]))
