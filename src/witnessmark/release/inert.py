"""Names for evidence inside a bundle: never the original name, and no extension that a browser would run."""

from typing import Final

#: Media type → suffix. Active content gets a second, inert suffix: a reader sees source, nothing runs.
SUFFIXES: Final = {
    "application/pdf": ".pdf",
    "application/json": ".json.txt",
    "application/warc": ".warc",
    "application/xhtml+xml": ".xhtml.txt",
    "application/xml": ".xml.txt",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/ogg": ".ogg",
    "audio/flac": ".flac",
    "audio/wav": ".wav",
    "audio/x-wav": ".wav",
    "image/gif": ".gif",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/svg+xml": ".svg.txt",
    "image/tiff": ".tif",
    "image/webp": ".webp",
    "message/rfc822": ".eml.txt",
    "text/csv": ".csv.txt",
    "text/html": ".html.txt",
    "text/markdown": ".md.txt",
    "text/plain": ".txt",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
    "video/webm": ".webm",
}


def inert_name(public_id: str, media_type: str) -> str:
    """Return the path in the bundle of an item's original; a type without a known suffix gets `.bin`."""
    return f"evidence/{public_id}{SUFFIXES.get(media_type.split(';', maxsplit=1)[0].strip().lower(), '.bin')}"
