"""Abbreviations that end in a full stop without ending a sentence."""

from typing import Final

from witnessmark.language.words import load

#: Never end a sentence: a name, number or title follows.
LEADING: Final = load("abbreviations_leading")
#: May end a sentence; they do when a word that opens sentences follows.
TRAILING: Final = load("abbreviations_trailing")
OPENERS: Final = load("sentence_openers")
