"""DER read strictly: definite lengths in their shortest form, nothing left over."""

from dataclasses import dataclass

from witnessmark.verify.faults import BrokenError

SEQUENCE, SET, INTEGER, OCTETS, OID, NULL = 0x30, 0x31, 0x02, 0x04, 0x06, b"\x05\x00"
_LONG = 0x80


@dataclass(frozen=True)
class Der:
    """One element: its tag, its content, and the whole of it as it stood."""

    tag: int
    body: bytes
    whole: bytes

    def parts(self, tag: int, where: str) -> list["Der"]:
        """Return the elements inside; the element itself must have this tag."""
        return der_parts(self.content(tag, where), where)

    def content(self, tag: int, where: str) -> bytes:
        """Return the content; the element must have this tag."""
        if self.tag != tag:
            raise BrokenError("wrong-der", where, f"tag {self.tag:#x}", f"tag {tag:#x}")
        return self.body

    def number(self, where: str) -> int:
        """Return an INTEGER written in its shortest form."""
        body = self.content(INTEGER, where)
        value = int.from_bytes(body, "big", signed=True)
        if not body or value.to_bytes((value.bit_length() + 8) // 8 or 1, "big", signed=True) != body:
            raise BrokenError("wrong-der", where, body.hex()[:40], "a number in its shortest form")
        return value

    def oid(self, where: str) -> str:
        """Return an OBJECT IDENTIFIER as hex of its content: it is only ever compared."""
        return self.content(OID, where).hex()


def der_parts(data: bytes, where: str) -> list[Der]:
    """Return the elements that stand one after the other and fill the data exactly."""
    found, at = [], 0
    while at < len(data):
        element, at = _element(data, at, where)
        found.append(element)
    return found


def der_one(data: bytes, where: str) -> Der:
    """Return the one element that fills the data exactly."""
    found = der_parts(data, where)
    if len(found) != 1:
        raise BrokenError("wrong-der", where, f"{len(found)} elements", "one")
    return found[0]


def _element(data: bytes, at: int, where: str) -> tuple[Der, int]:
    if at + 2 > len(data):
        raise BrokenError("wrong-der", where, "the end of the data", "an element")
    length, head = data[at + 1], 2
    if length >= _LONG:
        count = length - _LONG
        raw = data[at + 2 : at + 2 + count]
        length, head = int.from_bytes(raw, "big"), 2 + count
        if not 1 <= count <= 4 or raw[:1] == b"\0" or length < _LONG:  # noqa: PLR2004 - 4 bytes hold any token
            raise BrokenError("wrong-der", where, raw.hex(), "a length in its shortest form")
    end = at + head + length
    if end > len(data):
        raise BrokenError("wrong-der", where, f"{len(data) - at} bytes", f"{head + length} bytes")
    return Der(data[at], data[at + head : end], data[at:end]), end
