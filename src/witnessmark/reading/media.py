"""Pictures, sound and video: no text is read from them, only what they say about themselves."""

import io
import warnings
import wave
from typing import Final

from PIL import ExifTags, Image, UnidentifiedImageError

from witnessmark.reading.errors import UnreadableError
from witnessmark.reading.extraction import Extraction, tool

_PIXELS: Final = 400_000_000
_SCANNED: Final = "no text is read from pictures: attest a transcription of what is seen"
_HEARD: Final = "no text is read from sound or video: attest a transcription of what is said"


def read_media(data: bytes, media_type: str) -> Extraction:
    """Return an empty text with the embedded metadata of a picture or sound; a picture that does not open is an error."""
    if media_type.startswith("image/") and media_type != "image/svg+xml":
        return _extraction(_picture(data), _SCANNED, "Pillow")
    return _extraction(_sound(data) if media_type in {"audio/wav", "audio/x-wav"} else {}, _HEARD)


def _extraction(metadata: dict[str, str], note: str, *libraries: str) -> Extraction:
    return Extraction(content="", kind="canonical", tool=tool("media", *libraries), metadata=metadata, notes=(note,))


def _picture(data: bytes) -> dict[str, str]:
    try:
        with warnings.catch_warnings(record=True) as damage:
            warnings.simplefilter("always")
            with Image.open(io.BytesIO(data)) as image:
                found = {"width": str(image.width), "height": str(image.height), "format": image.format or ""}
                exif = image.getexif()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadableError("this picture does not open", got=str(error), do="Get the file again") from error
    found |= {"damaged": str(damage[0].message)} if damage else {}
    named = {ExifTags.TAGS.get(tag, ""): str(value).strip("\0 ") for tag, value in exif.items()}
    return found | {name: value for name, value in named.items() if name in {"DateTime", "Make", "Model", "Software"}}


def _sound(data: bytes) -> dict[str, str]:
    try:
        with wave.open(io.BytesIO(data)) as sound:
            seconds = sound.getnframes() / sound.getframerate()
            return {
                "seconds": f"{seconds:.3f}",
                "channels": str(sound.getnchannels()),
                "rate": str(sound.getframerate()),
            }
    except (wave.Error, EOFError, RuntimeError, ZeroDivisionError):
        return {}
