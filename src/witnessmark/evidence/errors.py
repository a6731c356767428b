"""The one base class of all errors that a person is meant to read."""


class WitnessmarkError(Exception):
    """A refusal or failure, told so that a documentation officer can act on it.

    `what` failed, `where`, what was `got`, what was `expected`, and what to `do` about it. Rooms subclass it.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", got: str = "", expected: str = "", do: str = "") -> None:
        self.what, self.where, self.got, self.expected, self.do = what, where, got, expected, do
        super().__init__(self.one_line())

    def one_line(self) -> str:
        """Return the error as one line: what, where, got, expected, do; empty parts are left out."""
        parts = [self.what]
        if self.where:
            parts[0] += f" ({self.where})"
        parts += [f"{label} {value}" for label, value in (("got", self.got), ("expected", self.expected)) if value]
        return "; ".join(parts) + (f". {self.do}" if self.do else "")

    def as_dict(self) -> dict[str, str]:
        """Return the parts for `--json` output; empty parts are left out."""
        parts = {
            "error": type(self).__name__,
            "what": self.what,
            "where": self.where,
            "got": self.got,
            "expected": self.expected,
            "do": self.do,
        }
        return {key: value for key, value in parts.items() if value}


class InvalidValueError(WitnessmarkError):
    """A value does not have the form that its field demands."""
