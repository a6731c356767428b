"""Pictures and sound: the scanned directive, the photograph with its camera data, the recording, the page's picture."""

import io
import math
import random
import struct
import subprocess
import tempfile
import wave
from pathlib import Path

import typst
from PIL import ExifTags, Image, ImageDraw, ImageFilter, ImageFont

HERE = Path(__file__).resolve().parent
_SANS = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
#: The farthest point of the ocean from any land: a position in a photograph that can show no real place.
_OCEAN_POSITION = ((48.0, 52.5, 31.7), "S", (123.0, 23.5, 33.1), "W")


def scanned_directive(out: Path) -> None:
    """Write the directive as a skewed grey scan without a text layer."""
    page = Image.open(io.BytesIO(typst.compile(HERE / "directive.typ", format="png", ppi=130))).convert("L")
    page = page.rotate(1.4, resample=Image.Resampling.BICUBIC, expand=False, fillcolor=238)
    page = page.filter(ImageFilter.GaussianBlur(0.6)).point(lambda level: min(level, 238))
    specks, size = random.Random(27), page.size  # noqa: S311 -- specks of dust, no secret
    draw = ImageDraw.Draw(page)
    for _ in range(1500):
        x, y = specks.randrange(size[0]), specks.randrange(size[1])
        draw.point((x, y), fill=specks.randrange(60, 210))
    draw.rectangle((0, 0, 9, size[1]), fill=70)
    page.quantize(16).save(out, optimize=True)


def photograph(out: Path) -> None:
    """Write the photograph of three buses at a gate, with camera, date and position in its EXIF."""
    picture = Image.new("RGB", (960, 640), (150, 168, 186))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 400, 960, 640), fill=(142, 128, 108))
    draw.rectangle((60, 200, 900, 420), fill=(196, 184, 160))
    draw.rectangle((400, 230, 560, 420), fill=(70, 74, 80))
    for left in (70, 350, 640):
        _bus(draw, left)
    draw.text((12, 612), "TRAINING EXERCISE — invented", font=ImageFont.truetype(_SANS, 18), fill="white")
    picture = picture.filter(ImageFilter.GaussianBlur(1.2))
    picture.save(out, quality=82, exif=_camera_data())


def _bus(draw: ImageDraw.ImageDraw, left: int) -> None:
    draw.rounded_rectangle((left, 380, left + 240, 500), 14, fill=(236, 238, 240))
    draw.rectangle((left, 455, left + 240, 467), fill=(58, 92, 160))
    for window in range(5):
        draw.rectangle((left + 14 + window * 44, 396, left + 48 + window * 44, 432), fill=(52, 60, 70))
    for wheel in (left + 36, left + 178):
        draw.ellipse((wheel, 482, wheel + 34, 516), fill=(28, 28, 30))


def _camera_data() -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Make], exif[ExifTags.Base.Model] = "Invented Optics", "Trainer 5"
    exif[ExifTags.Base.ImageDescription] = "TRAINING EXERCISE - invented"
    exif[ExifTags.Base.DateTime] = "2031:03:16 07:42:10"
    exif.get_ifd(ExifTags.IFD.Exif).update(
        {ExifTags.Base.DateTimeOriginal: "2031:03:16 07:42:10", ExifTags.Base.OffsetTimeOriginal: "+05:00"}
    )
    latitude, south, longitude, west = _OCEAN_POSITION
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(
        {
            ExifTags.GPS.GPSLatitudeRef: south,
            ExifTags.GPS.GPSLatitude: latitude,
            ExifTags.GPS.GPSLongitudeRef: west,
            ExifTags.GPS.GPSLongitude: longitude,
        }
    )
    return exif


def sound(out: Path) -> None:
    """Write three seconds of engine-like hum, 8 kHz, mono, 16 bits."""
    rate, seconds, noise = 8000, 3, random.Random(17)  # noqa: S311 -- noise, no secret
    samples = (
        int(5000 * math.sin(2 * math.pi * 55 * n / rate) + 2500 * math.sin(2 * math.pi * 111 * n / rate))
        + noise.randrange(-900, 900)
        for n in range(rate * seconds)
    )
    with wave.open(str(out), "wb") as recording:
        recording.setnchannels(1)
        recording.setsampwidth(2)
        recording.setframerate(rate)
        recording.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))


def screenshot(page: Path, out: Path) -> None:
    """Picture a saved page in full with Debian's chromium, offline, in 128 colours."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "page.png"
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        command += ["--window-size=1000,2600", f"--user-data-dir={folder}/profile", f"--screenshot={raw}"]
        subprocess.run([*command, page.as_uri()], check=True, capture_output=True, timeout=120)
        Image.open(raw).convert("RGB").quantize(128).save(out, optimize=True)
