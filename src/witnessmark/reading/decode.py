"""Bytes to text when the declared encoding may lie: declared, marked and likely encodings are weighed, never trusted."""

import codecs
from typing import Final

import msgspec

from witnessmark.reading.plausible import plausibility

#: Labels that mean another encoding in practice (WHATWG Encoding Standard, §4.2).
_LABELS: Final = {
    "ascii": "windows-1252", "us-ascii": "windows-1252", "iso-8859-1": "windows-1252", "latin1": "windows-1252",
    "latin-1": "windows-1252", "iso8859-1": "windows-1252", "gb2312": "gb18030", "gbk": "gb18030",
    "x-gbk": "gb18030", "gb_2312-80": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs",
    "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932", "x-sjis": "cp932", "iso-8859-9": "windows-1254",
    "x-mac-cyrillic": "mac_cyrillic", "iso-8859-8-i": "iso-8859-8", "unicode": "utf-16-le", "utf8": "utf-8",
}  # fmt: skip
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES: Final = (
    "windows-1252", "windows-1251", "koi8-r", "iso-8859-5", "cp866", "windows-1256", "iso-8859-6", "gb18030",
    "big5hkscs", "windows-1250", "windows-1254", "cp932", "euc-jp", "cp949", "windows-1253", "windows-1255",
)  # fmt: skip
_SAMPLE: Final = 1 << 16
#: A declared encoding is doubted only when another reads better by this much on the scale 0 to 1.
_DOUBT: Final = 0.15
#: Below this share of bytes that do not fit, UTF-8 with damage is likelier than any other encoding.
_DAMAGE: Final = 0.02


class Decoded(msgspec.Struct, frozen=True, kw_only=True):
    """Text, the encoding it was read in, and what was noticed: a lying charset, damage, NUL bytes."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, declared: str = "") -> Decoded:
    """Return `data` as text in the encoding that its bytes bear out.

    Order: byte-order mark, NUL pattern of UTF-16, valid UTF-8, then `declared` unless another encoding reads clearly better.
    Nothing is refused: bytes that fit nowhere become U+FFFD and are counted in the notes.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding, declared, ("byte-order mark left out",))
    wide = _wide(data)
    if wide:
        return _decoded(data, wide, declared, ())
    return _decoded(data, _choose(data, known(declared)), declared, ())


def known(label: str) -> str:
    """Return the encoding that a declared label means in practice, or "" for none or an unknown one."""
    name = _LABELS.get(label.strip().strip("\"'").lower(), label.strip().strip("\"'").lower())
    try:
        codec = codecs.lookup(name) if name else None
    except (LookupError, ValueError):
        return ""
    return name if codec is not None and codec._is_text_encoding else ""  # noqa: SLF001  (the one way to tell "rot13" and "hex" from charsets)


def _decoded(data: bytes, encoding: str, declared: str, notes: tuple[str, ...]) -> Decoded:
    text = data.decode(encoding, errors="replace")
    found = [*notes, *_lie(encoding, declared)]
    damaged = text.count("�") - (data.count(b"\xef\xbf\xbd") if encoding == "utf-8" else 0)
    if damaged > 0:
        found.append(f"{damaged} places do not fit {encoding} and were read as U+FFFD")
    if "\0" in text:
        found.append(f"{text.count(chr(0))} NUL characters kept")
    return Decoded(text=text, encoding=encoding, notes=tuple(found))


def _lie(encoding: str, declared: str) -> list[str]:
    if not declared:
        return []
    meant = known(declared)
    if not meant:
        return [f"declared charset {declared!r} is unknown; the bytes read as {encoding}"]
    plain = {"utf-16": {"utf-16-le", "utf-16-be"}, "utf-8-sig": {"utf-8"}}.get(meant, {meant})
    if encoding in plain or (encoding == "utf-8" and meant == "windows-1252" and declared.lower().endswith("ascii")):
        return []
    return [f"declared charset {declared!r} does not fit the bytes; read as {encoding}"]


def _wide(data: bytes) -> str:
    """Return utf-16-le or utf-16-be when NULs stand at every other byte, as they do in text without a mark."""
    sample = data[: _SAMPLE & ~1]
    half = len(sample) // 2
    if half < 2 or b"\0" not in sample:  # noqa: PLR2004  (one code unit is no pattern)
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd >= 2 and odd > half * 0.1 and even * 20 < odd:  # noqa: PLR2004  (one NUL may be a stray)
        return "utf-16-le"
    return "utf-16-be" if even >= 2 and even > half * 0.1 and odd * 20 < even else ""  # noqa: PLR2004  (the same)


def _choose(data: bytes, declared: str) -> str:
    if data.isascii():
        return _of_ascii(data, declared)
    damage = _damage(data)
    if damage == 0:
        return "utf-8"
    sample = _sample(data)
    scores = {name: _score(sample, name) for name in {*_CANDIDATES, *filter(None, [declared])} - {"utf-8"}}
    best = max(sorted(scores), key=lambda name: scores[name])
    if scores.get(declared, 0) and scores[declared] + _DOUBT >= scores[best]:
        return declared
    return "utf-8" if damage < _DAMAGE else best


def _of_ascii(data: bytes, declared: str) -> str:
    if any(escape in data[:_SAMPLE] for escape in (b"\x1b$B", b"\x1b$@")):
        return "iso-2022-jp"
    fits = declared and data[:_SAMPLE].decode(declared, errors="replace") == data[:_SAMPLE].decode("ascii")
    return declared if fits else "utf-8"


def _sample(data: bytes) -> bytes:
    """Return the lines that hold bytes above 0x7F, up to a bound: the others say nothing about the encoding."""
    lines, size = [], 0
    for line in data[: _SAMPLE * 64].splitlines(keepends=True):
        if not line.isascii():
            lines.append(line)
            size += len(line)
        if size > _SAMPLE:
            break
    return b"".join(lines)[: _SAMPLE * 2]


def _score(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, errors="replace")
    broken = text.count("�")
    if broken > 2 + len(text) // 200:  # a cut at the end of the sample, or one damaged place in 200 characters
        return 0.0
    return max(0.0, plausibility(text) - broken * 5 / (len(text) or 1))


def _damage(data: bytes) -> float:
    """Return the share of bytes above 0x7F that are not valid UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        sample = data[:_SAMPLE]
        high = sum(byte > 0x7F for byte in sample) or 1  # noqa: PLR2004  (the first byte that is not ASCII)
        return max(sample.decode("utf-8", errors="replace").count("�") / high, 1e-9)
    return 0.0
