"""Faults of protection in what is written: names and details of protected people, places told too exactly, minors."""

import io
import re
from collections.abc import Iterator
from random import Random

import pikepdf
from PIL import Image

from operators.base import Clean, Mutant, asserting, operator
from witnessmark.evidence.protected import ProtectedPerson
from witnessmark.release.companions_read import read_companion


def _persons(clean: Clean) -> list[ProtectedPerson]:
    return [one for one in clean.protected.persons if one.names]


def _pairs(person: ProtectedPerson) -> list[tuple[str, str]]:
    """Two details that share no telling word: not two wordings of one."""
    words = {one: set(re.findall(r"[^\W\d_]{4,}|\d+", one.casefold())) for one in person.details if len(one) > 3}
    return [(one, other) for one in words for other in words if one < other and not words[one] & words[other]]


def _at_ends(clean: Clean, step: int = 9) -> Iterator[int]:
    for block in clean.manuscript.paragraphs[::step]:
        yield block.span.end


@operator("protection", "WM6")
def name_in_text(clean: Clean, random: Random) -> Iterator[Mutant]:
    for person in _persons(clean):
        for name in person.names:
            for end in _at_ends(clean):
                yield clean.text(end, end, f" It was told by {name}.")


@operator("protection", "WM6")
def name_in_place_of_pseudonym(clean: Clean, random: Random) -> Iterator[Mutant]:
    for person in _persons(clean):
        source = clean.evidence.index.get(person.source)
        for match in re.finditer(re.escape(source.name), clean.source) if source else ():
            yield clean.text(match.start(), match.end(), random.choice(person.names))


@operator("protection", "WM6")
def family_name_only(clean: Clean, random: Random) -> Iterator[Mutant]:
    for person in _persons(clean):
        parts = [one for one in person.names[0].split() if len(one) > 4]
        for end in _at_ends(clean) if parts else ():
            yield clean.text(end, end, f" The Office thanks {random.choice(('Mr', 'Ms', 'Dr'))} {parts[-1]}.")


@operator("protection", "WM6")
def name_misspelt(clean: Clean, random: Random) -> Iterator[Mutant]:
    for person in _persons(clean):
        for name in person.names:
            if not name.isascii() or len(name.split()) < 2:
                continue
            forms = [name.upper(), ", ".join(reversed(name.split(" ", 1))), name.replace(" ", "  "), f"*{name.split()[0]}* {' '.join(name.split()[1:])}",
                     name.replace("a", "а"), " ".join(name), name.replace(" ", "\u00a0"), name.replace("a", "á", 1)]  # fmt: skip
            for end in _at_ends(clean, 15):
                yield clean.text(end, end, f" The same was told by {random.choice(forms)}.")


@operator("protection", "WM6")
def name_in_heading(clean: Clean, random: Random) -> Iterator[Mutant]:
    for person in _persons(clean):
        for block in clean.manuscript.headings[1:]:
            yield clean.text(block.span.end, block.span.end, f": {random.choice(person.names)}")


@operator("protection", "WM6")
def name_in_comment(clean: Clean, random: Random) -> Iterator[Mutant]:
    for person in _persons(clean):
        for end in _at_ends(clean):
            yield clean.text(end, end, f" <!-- ask {random.choice(person.names)} again -->")


@operator("protection", "WM6")
def name_in_front_matter(clean: Clean, random: Random) -> Iterator[Mutant]:
    for person in _persons(clean):
        for name in person.names:
            at = clean.source.index("\n") + 1
            yield clean.text(at, at, f'keywords: "{name}"\n')
            yield clean.text(at, at, f'dedication: "for {name}"\n')


@operator("protection", "WM6")
def name_in_footnote(clean: Clean, random: Random) -> Iterator[Mutant]:
    for person in _persons(clean):
        for end in _at_ends(clean, 12):
            yield Mutant(
                source=clean.source[:end] + "[^900]" + clean.source[end:].rstrip() + f"\n\n[^900]: With {random.choice(person.names)}.\n",
                note="a name in a footnote", line=clean.source.count("\n", 0, end) + 1,
            )  # fmt: skip


@operator("protection", "WM6")
def name_in_table(clean: Clean, random: Random) -> Iterator[Mutant]:
    for person in _persons(clean):
        for end in _at_ends(clean, 12):
            table = f"\n\n| who | when |\n|---|---|\n| {random.choice(person.names)} | May |\n"
            yield clean.text(end, end, table, note="a name in a table")


@operator("protection", "WM6")
def name_in_caption(clean: Clean, random: Random) -> Iterator[Mutant]:
    pictures = [one.id for one in clean.evidence.items if one.media_type.startswith("image/")]
    for person in _persons(clean):
        for end in _at_ends(clean, 12) if pictures else ():
            name = random.choice(person.names)
            yield clean.text(end, end, f"\n\n![The yard, seen by {name}.]({pictures[0]})\n", note="a name in a caption")
            path = name.replace(" ", "_") + ".png"
            yield clean.text(end, end, f"\n\n![The yard.]({path})\n", note="a name in the name of a picture's file")


@operator("protection", "WM6")
def name_in_file_name(clean: Clean, random: Random) -> Iterator[Mutant]:
    for person in _persons(clean):
        for name in person.names:
            for pattern in ("{}.jpg", "interview_{}.pdf", "annex 2 - {}.txt"):
                file = pattern.format(name.replace(" ", random.choice("_- ")))
                yield Mutant(companions=(read_companion(file, b"An annex."),), note="a name in a file name")


@operator("protection", "WM6")
def name_in_exif(clean: Clean, random: Random) -> Iterator[Mutant]:
    for person in _persons(clean):
        for name in person.names:
            for tag in (0x013B, 0x010E, 0x9C9D, 0x8298):
                exif = Image.Exif()
                exif[tag] = name.encode("utf-16-le" if tag == 0x9C9D else "utf-8")
                out = io.BytesIO()
                Image.new("RGB", (4, 4)).save(out, "JPEG", exif=exif)
                yield Mutant(companions=(read_companion("yard.jpg", out.getvalue()),), note=f"a name in EXIF {tag:#x}")


@operator("protection", "WM6")
def position_in_exif(clean: Clean, random: Random) -> Iterator[Mutant]:
    for _ in range(4):
        exif = Image.Exif()
        exif.get_ifd(0x8825).update({1: "N", 2: (float(random.randrange(90)), 5.0, 1.5), 3: "E", 4: (7.0, 4.0, 2.0)})
        out = io.BytesIO()
        Image.new("RGB", (4, 4)).save(out, "JPEG", exif=exif)
        yield Mutant(companions=(read_companion("yard.jpg", out.getvalue()),), note="a position in EXIF")


def _pdf(words: str, *, layer: str = "", author: str = "", comment: str = "", attached: str = "") -> bytes:
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    )
    escaped = words.replace("(", "").replace(")", "").encode("latin-1", "replace")
    hidden = layer.replace("(", "").encode("latin-1", "replace")
    stream = b"BT /F1 12 Tf 40 700 Td (" + escaped + b") Tj ET\n"
    resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    if layer:
        group = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("notes")))
        pdf.Root.OCProperties = pikepdf.Dictionary(
            OCGs=pikepdf.Array([group]), D=pikepdf.Dictionary(OFF=pikepdf.Array([group]))
        )
        resources.Properties = pikepdf.Dictionary(L1=group)
        stream += b"/OC /L1 BDC BT /F1 12 Tf 40 600 Td (" + hidden + b") Tj ET EMC\n"
    page = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=pikepdf.Array([0, 0, 595, 842]),
            Resources=resources,
            Contents=pdf.make_stream(stream),
        )
    )
    if comment:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Text,
            Rect=pikepdf.Array([10, 10, 20, 20]),
            Contents=pikepdf.String(comment),
        )
        page.Annots = pikepdf.Array([pdf.make_indirect(note)])
    pdf.pages.append(pikepdf.Page(page))
    if author:
        pdf.docinfo["/Author"] = author
    if attached:
        pdf.attachments["notes.txt"] = attached.encode()
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


@operator("protection", "WM6")
def name_in_pdf(clean: Clean, random: Random) -> Iterator[Mutant]:
    """On the page, in a layer that is not shown, in a comment, as the author, in a file attached."""
    for person in _persons(clean):
        for name in person.names:
            if name.isascii():
                yield Mutant(
                    companions=(read_companion("annex.pdf", _pdf(f"Told by {name}.")),),
                    note="a name on a page of an annex",
                )
                yield Mutant(
                    companions=(read_companion("annex.pdf", _pdf("An annex.", layer=f"Told by {name}.")),),
                    note="a name in a layer",
                )
            for where in ("author", "comment", "attached"):
                data = _pdf("An annex.", **{where: f"ask {name}"})
                yield Mutant(companions=(read_companion("annex.pdf", data),), note=f"a name in a PDF's {where}")


@operator("protection", "WM6")
def details_in_paragraph(clean: Clean, random: Random) -> Iterator[Mutant]:
    for person in _persons(clean):
        pairs = _pairs(person)
        for end in _at_ends(clean) if pairs else ():
            told = random.choice(pairs)
            yield clean.text(
                end,
                end,
                f" The person who told this ({told[0]}) was asked again; it is the one known for this: {told[1]}.",
            )


@operator("protection", "WM6")
def details_far_apart(clean: Clean, random: Random) -> Iterator[Mutant]:
    """Two details of one person in sentences that rest on what that person told, far from each other."""
    for person in _persons(clean):
        resting = [
            one for one in asserting(clean)
            if any(getattr(clean.evidence.index.get(c.id), "speaker", "") == person.source for c in one.citations)
        ]  # fmt: skip
        pairs = _pairs(person)
        apart = [(a, b) for a in resting for b in resting if a.block < b.block]
        for a, b in random.sample(apart, min(4, len(apart))) if pairs else ():
            one, other = random.choice(pairs)
            first, second = a.source_span.end, b.source_span.end
            cite_a, cite_b = (
                next(
                    c.id
                    for c in each.citations
                    if getattr(clean.evidence.index.get(c.id), "speaker", "") == person.source
                )
                for each in (a, b)
            )
            source = (
                clean.source[:first] + f" Of the witness this is known: {one}. [@{cite_a}]" + clean.source[first:second]
                + f" Of the witness this is known too: {other}. [@{cite_b}]" + clean.source[second:]
            )  # fmt: skip
            yield Mutant(source=source, note=f"two details of {person.source}, apart")


@operator("protection", "WM6")
def exact_place(clean: Clean, random: Random) -> Iterator[Mutant]:
    for sentence in asserting(clean):
        protected = any(
            getattr(
                clean.evidence.index.get(getattr(clean.evidence.index.get(c.id), "speaker", "")), "protected", False
            )
            for c in sentence.citations
        )
        if protected:
            end = sentence.source_span.end
            where = random.choice(
                ("41.23451° N, 75.10233° E", "house number 14, Mill Street", "42°14'05.2\"N 75°10'11.9\"E")
            )
            yield clean.text(end, end, f" The witness lives at {where}. [@{sentence.citations[0].id}]")


@operator("protection", "WM6")
def sexual_violence_detail(clean: Clean, random: Random) -> Iterator[Mutant]:
    lines = ("They undressed her and penetrated her with a stick while the others watched.", "He raped her vaginally and anally on the table.",
             "They applied electric shocks to his genitals and inserted a bottle into his anus.")  # fmt: skip
    for sentence in asserting(clean):
        if sentence.citations and sentence.ordinal % 9 == 0:
            end = sentence.source_span.end
            yield clean.text(end, end, f" {random.choice(lines)} [@{sentence.citations[0].id}]")


@operator("protection", "WM609")
def method_told(clean: Clean, random: Random) -> Iterator[Mutant]:
    lines = ("Interviews were held in a safe house behind the bakery.", "Witnesses were reached through a go-between at the market.",
             "The interpreter was Lena Vost.")  # fmt: skip
    for end in _at_ends(clean, 10):
        yield clean.text(end, end, f" {random.choice(lines)}")
