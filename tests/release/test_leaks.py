import email.message
import io
import time
import zipfile

import docx
import openpyxl
import pikepdf
import pytest
import typst
from PIL import Image

from witnessmark.evidence.protected import Protected, ProtectedPerson
from witnessmark.release.errors import ReleaseRefusedError
from witnessmark.release.leaks import Guarded, refuse_leaks

PERSON = Protected(
    (ProtectedPerson(source="O3", names=("Zülfiya Tasheva", "زۇلپىيە تاشېۋا", "祖丽菲亚", "Зульфия Ташева")),)
)


def refused(data, path="a.bin"):
    with pytest.raises(ReleaseRefusedError, match="protected source O3") as error:
        refuse_leaks({path: data}, Guarded(protected=PERSON))
    return str(error.value)


def word_file():
    document = docx.Document()
    paragraph = document.add_paragraph("told by Zülfi")
    paragraph.add_run("ya Tasheva").bold = True
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def sheet_author():
    book = openpyxl.Workbook()
    book.properties.creator = "Zülfiya Tasheva"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def mail():
    message = email.message.EmailMessage()
    message["Subject"] = "祖丽菲亚"
    message.set_content("see attachment")
    return message.as_bytes()


def mail_attachment():
    message = email.message.EmailMessage()
    message.set_content("see attachment")
    message.add_attachment(word_file(), maintype="application", subtype="octet-stream", filename="a.docx")
    return message.as_bytes()


def exif():
    picture, tags, out = Image.new("L", (9, 9)), Image.Exif(), io.BytesIO()
    tags[0x9C9B] = "Зульфия Ташева".encode("utf-16-le")
    picture.save(out, "JPEG", exif=tags)
    return out.getvalue()


def png_text():
    from PIL.PngImagePlugin import PngInfo

    info, out = PngInfo(), io.BytesIO()
    info.add_itxt("Comment", "زۇلپىيە تاشېۋا", zip=True)
    Image.new("L", (9, 9)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


def pdf_title():
    return typst.compile('#set document(title: "祖丽菲亚")\nnothing'.encode())


def pdf_attachment():
    with pikepdf.open(io.BytesIO(typst.compile(b"nothing"))) as pdf:
        pdf.attachments["notes.txt"] = "Зульфия Ташева".encode()
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def nested_zip():
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Zülfiya Tasheva.txt", "x")
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner.zip", inner.getvalue())
    return outer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        "Zülfiya Tasheva".encode(),
        b"ZULFIYA  TASHEVA",
        "Zu\u0308lfiya\u200b Ta\u00adsheva".encode(),
        b"Zulfiya-Tasheva",
        b"Z&uuml;lfiya Tasheva",
        b"?name=Z%C3%BClfiya%20Tasheva",
        b'{"a": "\\u7956\\u4e3d\\u83f2\\u4e9a"}',
        "他说祖丽菲亚在那里".encode("gb18030"),
        "Зульфия Ташева".encode("cp1251"),
        "祖丽菲亚".encode("utf-16"),
        "ئۇ زۇلپىيە تاشېۋانىڭ ئۆيى".encode(),
        word_file(),
        sheet_author(),
        mail(),
        mail_attachment(),
        exif(),
        png_text(),
        pdf_title(),
        pdf_attachment(),
        nested_zip(),
    ],
)
def test_a_protected_name_is_found_wherever_it_hides(data):
    refused(data)


def test_a_file_name_can_leak():
    refused(b"nothing", "evidence/zulfiya-tasheva.txt")


def test_the_refusal_does_not_repeat_the_name():
    assert "Z" not in refused("Zülfiya Tasheva".encode()).replace("O3", "")


def test_innocent_files_pass():
    refuse_leaks(
        {"a.html": b"<p>The witness W-2 spoke.</p>", "b.png": png_of_noise()},
        Guarded(protected=PERSON, secret=(b"a protected original",)),
    )


def png_of_noise():
    out = io.BytesIO()
    Image.effect_noise((64, 64), 90).save(out, "PNG")
    return out.getvalue()


def test_the_digest_of_a_secret_is_found_in_hex_and_base64():
    for form in (
        b"63bf7db70c1fc5cb8fe59d5fe8b9c28f62ffcb4ae3ff2e5d1d8c8d6c4bf8cd52",
        b"x",
    ):
        refuse_leaks({"a": form}, Guarded(protected=PERSON, secret=(b"other",)))
    hexed = "2bd806c97f0e00af1a1fc3328fa763a9269723c8db8fac4f93af71db186d6e90"
    for form in (hexed, hexed.upper(), "K9gGyX8OAK8aH8Myj6djqSaXI8jbj6xPk69x2xhtbpA="):
        with pytest.raises(ReleaseRefusedError, match="digest"):
            refuse_leaks({"a": f"{{{form}}}".encode()}, Guarded(protected=PERSON, secret=(b"alice",)))


WITNESS = Protected(
    (
        ProtectedPerson(
            source="O11", names=("Aynisa Torghay", "Айниса Торгай", "ئاينىسا تورغاي", "Torghay", "Торгай"),
            details=("nurse at the Tewrash clinic", "released on 2 June 2031"),
        ),
    )
)  # fmt: skip
FAR = " The office spoke with others about the buses and the road." * 40


@pytest.mark.parametrize(
    "written",
    [
        "Aynisa Turghay", "Ainisa Torgai", "Aynisa Torgay", "AynisaTorghay", "aynisa_torghay", "Torghay, Aynisa",
        "<p>Ayn<b>isa</b> Tor<i>ghay</i></p>", "<td>Aynisa</td><td>Torghay</td>", "Тorghay", "Torghay's",
        "a nurse at the Tewrash clinic, released on 2 June 2031",
    ],
)  # fmt: skip
def test_a_protected_person_is_met_in_other_spellings_and_by_two_details(written):
    data = f"{FAR}{written}{FAR}" if not written.startswith("<") else f"{written}{FAR}"
    for inside in (data, written):
        with pytest.raises(ReleaseRefusedError, match="O11"):
            refuse_leaks({"a.html": inside.encode()}, Guarded(protected=WITNESS))


def test_two_details_far_apart_and_words_that_only_sound_alike_may_leave():
    data = f"A nurse at the Tewrash clinic.{FAR} Others were released on 2 June 2031. Nose tree, insert tar."
    refuse_leaks({"a.txt": data.encode()}, Guarded(protected=WITNESS))


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "utf-16"])
def test_a_name_is_met_in_old_encodings(encoding):
    with pytest.raises(ReleaseRefusedError, match="O11"):
        refuse_leaks({"a.txt": "Рассказала Айниса Торгай.".encode(encoding)}, Guarded(protected=WITNESS))


def test_a_first_name_alone_may_stand_in_a_public_source_but_not_in_a_redacted_copy():
    files = {"a.txt": b"I spoke with Aynisa there."}
    refuse_leaks(files, Guarded(protected=WITNESS))
    with pytest.raises(ReleaseRefusedError, match="O11"):
        refuse_leaks(files, Guarded(protected=WITNESS), parts=True)


def test_the_name_of_staff_who_sign_nothing_is_refused():
    with pytest.raises(ReleaseRefusedError, match="staff"):
        refuse_leaks({"a.json": b'{"attested_by": "Selin Orbrecht"}'}, Guarded(staff=frozenset({"Selin Orbrecht"})))


def test_ten_megabytes_are_searched_in_a_few_seconds():
    started = time.process_time()
    refuse_leaks({f"{number}.html": f"<p>{FAR * 40} {number}</p>".encode() for number in range(100)},
                 Guarded(protected=WITNESS))  # fmt: skip
    assert time.process_time() - started < 20
