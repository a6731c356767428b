"""What of one item leaves the house: the original, a redacted copy, a text extract, or nothing but a commitment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from witnessmark.evidence.protected import Protected
from witnessmark.evidence.snapshot import Evidence
from witnessmark.evidence.sources import Item, Source
from witnessmark.evidence.text import Text
from witnessmark.release.errors import RedactionError, ReleaseRefusedError
from witnessmark.release.redact_image import redact_image
from witnessmark.release.redact_pdf import redact_pdf
from witnessmark.release.redact_text import RedactedText, cuts_for, occurrences, redact_text
from witnessmark.release.redaction import Redaction

Form = Literal["original", "pixels", "extract", "withheld"]
#: Purposes of which one must be given before anything a person told may be published.
PUBLICATION: Final = ("publication_without_identity", "publication_with_identity")
NAME_LABEL: Final = "name of a protected person"


@dataclass(frozen=True, kw_only=True)
class Publication:
    """How an item leaves: `form`, the bytes (b"" when withheld), their media type, its redacted texts by id.

    `redactions` are all that were applied; `why` says in words why it is not the original.
    """

    item: Item
    form: Form
    data: bytes = field(default=b"", repr=False)
    media_type: str = ""
    texts: dict[str, RedactedText] = field(default_factory=dict, repr=False)
    redactions: tuple[Redaction, ...] = ()
    why: str = ""

    def scrubbed(self, words: str) -> str:
        """Return words about the item (title, address, speaker) with the same redactions as its texts."""
        return redact_text(words, cuts_for(words, self.redactions)).content


def publish(
    item: Item,
    evidence: Evidence,
    originals: Callable[[str], bytes],
    redactions: Sequence[Redaction],
    protected: Protected,
) -> Publication:
    """Return what of the item may leave.

    Raises `ReleaseRefusedError` when the decision to disclose goes beyond consent or protection, `RedactionError` when
    a redaction points nowhere. The reply of a State is redacted of protected names even where nobody asked for it
    (methodology, rule 6: protection covers annexes that the State supplies).
    """
    if item.disclosure == "withheld":
        return Publication(item=item, form="withheld", why="decided by the office")
    refuse_beyond_consent(item, evidence)
    texts = [evidence.index[name] for name in item.texts if not evidence.index[name].withheld]
    redactions = (*redactions, *names_in_reply(item, evidence, texts, protected))
    if item.disclosure == "public" and not redactions:
        return whole(item, texts, originals(item.id))
    return redacted(item, texts, originals(item.id), redactions)


def refuse_beyond_consent(item: Item, evidence: Evidence) -> None:
    """Refuse to publish what a person told without a standing consent to any publication, or a protected original."""
    source = evidence.index.get(item.source)
    if isinstance(source, Source) and source.consents and not consents_to_publication(source):
        raise ReleaseRefusedError(
            "an item would be published beyond the consent of its source", where=f"{item.id} of {source.id}",
            got=f"disclosure {item.disclosure}", expected="withheld", do="Withhold it, or ask the source again",
        )  # fmt: skip
    if item.protected and item.disclosure == "public":
        raise ReleaseRefusedError(
            "a protected original would be published whole", where=item.id, got="disclosure public",
            expected="redacted or withheld", do="Change the disclosure and name what is to be removed",
        )  # fmt: skip


def consents_to_publication(source: Source) -> bool:
    """Tell whether a consent to publication, with or without identity, was given or conditional and not revoked."""
    return any(
        consent.purpose in PUBLICATION and consent.decision != "refused" and not consent.revoked
        for consent in source.consents
    )


def names_in_reply(
    item: Item, evidence: Evidence, texts: Sequence[Text], protected: Protected
) -> tuple[Redaction, ...]:
    """Return a redaction for each protected name that stands in an item which came in as a reply."""
    if not any(reply.item == item.id for reply in evidence.replies):
        return ()
    names = [name for person in protected.persons for name in person.names]
    return tuple(
        Redaction(label=NAME_LABEL, quote=name)
        for name in sorted(names, key=len, reverse=True)
        if any(occurrences(text.content, name) for text in texts)
    )


def whole(item: Item, texts: Sequence[Text], data: bytes) -> Publication:
    """Return the original as it is, and its texts."""
    plain = {text.id: redact_text(text.content, ()) for text in texts}
    return Publication(item=item, form="original", data=data, media_type=item.media_type, texts=plain)


def redacted(item: Item, texts: Sequence[Text], data: bytes, redactions: Sequence[Redaction]) -> Publication:
    """Return a redacted copy: pixels for PDF and pictures, a text extract for what has words, else nothing."""
    if not redactions:
        raise ReleaseRefusedError(
            "an item is to be redacted, but nothing is named to be removed", where=item.id, got="no redaction",
            expected="at least one", do="Name the words or rectangles, or disclose it as public or withheld",
        )  # fmt: skip
    cut = {text.id: redact_text(text.content, cuts_for(text.content, redactions)) for text in texts}
    check_words_found(item, texts, redactions)
    why = "redacted: " + ", ".join(dict.fromkeys(redaction.label for redaction in redactions))
    form, media_type, copy = redacted_copy(item, cut, data, redactions)
    if form == "withheld":
        why = "it cannot be redacted in this form"
    return Publication(
        item=item, form=form, data=copy, media_type=media_type, texts=cut, redactions=tuple(redactions), why=why
    )


def redacted_copy(
    item: Item, cut: dict[str, RedactedText], data: bytes, redactions: Sequence[Redaction]
) -> tuple[Form, str, bytes]:
    """Return form, media type and bytes of the copy that may leave."""
    if item.media_type == "application/pdf":
        return "pixels", "application/pdf", redact_pdf(data, redactions)
    if item.media_type.startswith("image/") and item.media_type != "image/svg+xml":
        return "pixels", "image/png", redact_image(data, redactions)
    words = "\n\n".join(text.content for text in cut.values() if text.content)
    return ("extract", "text/plain", words.encode()) if words else ("withheld", "", b"")


def check_words_found(item: Item, texts: Sequence[Text], redactions: Sequence[Redaction]) -> None:
    """Refuse when words to be removed stand in no text of the item: a spelling mistake must not publish a name."""
    for redaction in redactions:
        if redaction.quote and not any(occurrences(text.content, redaction.quote) for text in texts):
            raise RedactionError(
                "words to be redacted stand in no text of the item", where=item.id,
                got=f"a redaction labelled {redaction.label!r}", expected="words as they stand in the item",
                do="Correct the words, or give page and rectangle",
            )  # fmt: skip
