"""Making names durable: a file that is on disk can still be lost with the entry in its folder."""

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Return once the entries of a folder are on disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
