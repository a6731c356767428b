"""What the exit codes mean. The same number means the same thing in every command."""

from typing import Final

DONE: Final = 0
FAILED: Final = 1
USAGE: Final = 2
SIGNER_NOT_CHECKED: Final = 3
PROBLEMS: Final = 4
SUSPECT: Final = 5

#: Shown by `witnessmark --help` and in docs/commands.md.
MEANINGS: Final = {
    DONE: "done, and nothing found that speaks against it",
    FAILED: "failed, refused or broken; nothing half-written is left",
    USAGE: "the command line is not understood",
    SIGNER_NOT_CHECKED: "verify: intact, but no key was given to check the signer with",
    PROBLEMS: "check, quote, release, waive: problems were found that stand in the way",
    SUSPECT: "capture: kept, but the page may hold nothing (login wall, consent page, empty)",
}
