"""What is wrong with a bundle, one fault at a time, and what was and was not checked."""

from dataclasses import asdict, dataclass, field


@dataclass(frozen=True)
class Fault:
    """One thing that does not hold: a stable code, where, what was got, what was expected."""

    code: str
    where: str
    got: str = ""
    expected: str = ""

    def __str__(self) -> str:
        parts = [f"{self.code}: {self.where}"]
        parts += [f"{word} {value}" for word, value in (("got", self.got), ("expected", self.expected)) if value]
        return "; ".join(parts)


class BrokenError(Exception):
    """Raised where a step cannot go on; carries the fault."""

    def __init__(self, code: str, where: str, got: str = "", expected: str = "") -> None:
        self.fault = Fault(code, where, got, expected)
        super().__init__(str(self.fault))


@dataclass
class Findings:
    """What an examination gathers: faults, what was checked, what was not and why, who signed."""

    bundle: str
    faults: list[Fault] = field(default_factory=list)
    checked: list[str] = field(default_factory=list)
    not_checked: list[str] = field(default_factory=list)
    signer: str = ""
    signer_checked: bool = False

    def add(self, code: str, where: str, got: str = "", expected: str = "") -> None:
        """Add one fault."""
        self.faults.append(Fault(code, where, got, expected))

    def claim(self, text: str, since: int) -> None:
        """Add to what was checked, unless faults were added after the first `since`: then it would not be true."""
        if len(self.faults) == since:
            self.checked.append(text)

    @property
    def exit_code(self) -> int:
        """Return 1 for any fault, 3 when no signer was given from outside, else 0."""
        if self.faults or not self.checked:
            return 1
        return 0 if self.signer_checked else 3

    @property
    def verdict(self) -> str:
        """Return the verdict in words that claim no more than was done."""
        words = {0: "all that was checked holds, and the signer is the one given", 1: "BROKEN"}
        return words.get(self.exit_code, "intact, but signer not checked")

    def as_dict(self) -> dict[str, object]:
        """Return the findings for `--json`."""
        return {"verdict": self.verdict, "exit": self.exit_code, **asdict(self)}
