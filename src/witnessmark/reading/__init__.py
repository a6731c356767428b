"""Bytes to text to labelled lines, statements and values: pure functions whose every result names tool and version.

Nothing here keeps records, touches a network, or decides: what it yields are proposals. `read` is the entrance for notebooks.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from witnessmark.reading.notebook import read as read

__all__ = ["read"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - what a module attribute is
    """Load the reader when it is asked for: a command that needs one reader of this room does not wait for all."""
    if name != "read":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from witnessmark.reading.notebook import read

    return read
