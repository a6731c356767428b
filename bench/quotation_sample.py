"""An invented casefile to measure on: sources in five languages and the citations of a manuscript."""

import itertools
import random
from dataclasses import dataclass
from pathlib import Path

#: Languages of the sources, in equal shares, and the words from whose parts a vocabulary is made.
LANGUAGES = ("en", "zh", "ar", "ug", "ru")
PARTS = {
    "en": "min is try said Mon day wom en men held camp near riv er town pol ice guard re port wit ness law yer fam il off ici "
    "den ied fac il court sent ence year with out tri al let ter dis trict gion auth or state ment accord ing",
    "zh": "外交部发言人表示当地政府妇女被关押在营地附近警方报告证人律师家属官员否认法院判决信件"
    "区声明据照片卫星图像前述条件日月年工厂学校道路边防",
    "ar": "قال مت حد ث باس وز ار نس اء رج ال محت جز مع سك قر مد ين شر طة حر اس تق رير شه ود محا مون عا ئل مس ؤول",
    "ug": "مى نى ستىر لىق با يا نات چى ئا يال ئەر لا گېر دا تۇ تۇپ رۇل غان شە ھەر ساق دوك لات گۇ ۋاھ سوت ھۆ كۈم",
    "ru": "ми ни стер ство со об щи ло что жен щи ны муж чи со дер жа ли ла ге ре ря дом го ро дом по ли ция от чёт",
}  # fmt: skip
#: Size of a vocabulary; its words are used by Zipf's law, as words of real texts are.
VOCABULARY = 6_000
#: Share of false citations.
FALSE = 0.1
STOPS = {"en": ". ", "zh": "。", "ar": ". ", "ug": ". ", "ru": ". "}


@dataclass(frozen=True)
class Citation:
    """A quotation and the source it is cited to; `true` when its words stand there."""

    quotation: str
    source: int
    true: bool


class Author:
    """Writes sentences in one language."""

    def __init__(self, language: str, chance: random.Random) -> None:
        self.language, self.chance = language, chance
        self.gap = "" if language == "zh" else " "
        parts = list(PARTS[language]) if language == "zh" else PARTS[language].split()
        sizes = (1, 2, 2) if language == "zh" else (1, 2, 2, 3, 3, 4)
        made = ["".join(chance.choices(parts, k=chance.choice(sizes))) for _ in range(VOCABULARY)]
        self.words = list(dict.fromkeys(made))
        self.weights = list(itertools.accumulate(1 / rank for rank in range(1, len(self.words) + 1)))

    def sentence(self) -> str:
        """Return one sentence, with a figure, in one of six with words in quotation marks."""
        chosen = self.chance.choices(self.words, cum_weights=self.weights, k=self.chance.randint(8, 26))
        chosen[self.chance.randrange(len(chosen))] = f"{self.chance.randint(2, 9_999):,}"
        if self.chance.random() < 1 / 6:
            chosen[2], chosen[5] = f"“{chosen[2]}", f"{chosen[5]}”"
        return self.gap.join(chosen).capitalize() + STOPS[self.language]

    def text(self, size: int) -> str:
        """Return about `size` bytes of UTF-8 in paragraphs."""
        paragraphs, length = [], 0
        while length < size:
            paragraphs.append("".join(self.sentence() for _ in range(self.chance.randint(3, 7))).strip())
            length += len(paragraphs[-1].encode()) + 2
        return "\n\n".join(paragraphs)


def make_casefile(sources: int, citations: int, size: int, seed: int = 31) -> tuple[list[str], list[Citation]]:
    """Return the texts and the citations in the order of a manuscript; one citation in ten is false by one word."""
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    authors = [Author(language, chance) for language in LANGUAGES]
    texts = [authors[i % len(authors)].text(size) for i in range(sources)]
    made = [
        _cite(texts[i % sources], i % sources, true=chance.random() >= FALSE, chance=chance) for i in range(citations)
    ]
    chance.shuffle(made)
    return texts, made


def _cite(text: str, source: int, *, true: bool, chance: random.Random) -> Citation:
    """Return a citation of part of one sentence, with straight quotation marks as typed in a manuscript."""
    sentence = chance.choice([part for part in text.replace("。", ". ").split(". ") if len(part) > 24])
    spaced = " " in sentence.strip()
    parts = sentence.split() if spaced else list(sentence.strip())
    if not true:
        parts[len(parts) // 2] = {True: "never", False: "从未"}[spaced]
    return Citation(
        (" " if spaced else "").join(parts).replace("’", "'").replace("“", '"').replace("”", '"'), source, true
    )


def write_sources(texts: list[str], folder: Path) -> list[Path]:
    """Write each text as a file and return the paths."""
    paths = [folder / f"{number:04}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths
