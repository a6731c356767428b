"""What comes out of bytes: a text with its segments, and everything that was noticed on the way."""

from functools import cache
from importlib.metadata import version

import msgspec

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.text import Segment, TextKind, Tool


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A file within a file, such as an attachment: its own bytes, name and type as its carrier gives them.

    `name` comes from outside and is not yet fit to be a file name. `role` is attachment, inline, alternative or message.
    """

    name: str
    media_type: str
    data: bytes
    role: str = "attachment"


class Extraction(msgspec.Struct, frozen=True, kw_only=True):
    """The text of one document, and what a reader of it must know.

    `content` is the decoded input for plain text and Markdown (`kind` decoded), else the canonical text that its
    reader derives (`kind` canonical). Offsets of `segments` are code points into `content`. `language` is what the document
    declares, "" if nothing. `suspect` says why it may hold nothing. `refused` lists rows or members that were left
    out, each with its reason. `notes` tells in words what else was noticed (encoding, tracked changes, hidden text).
    """

    content: str
    kind: TextKind
    tool: Tool
    segments: tuple[Segment, ...] = ()
    title: str = ""
    published: PartialDate | None = None
    language: str = ""
    parts: tuple[Part, ...] = ()
    suspect: str = ""
    trusted_layout: bool = True
    metadata: dict[str, str] = {}
    refused: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@cache
def tool(name: str, *libraries: str) -> Tool:
    """Return the identity of the reader `name`: our version, and the version of each library that shapes its output."""
    options = {library: version(library) for library in libraries}
    return Tool(name=f"witnessmark.reading.{name}", version=version("witnessmark"), options=options)
