"""Items and their collection records."""

from typing import Any, ClassVar

from django.db import models

from witnessmark.casefile.records.base import Record, listing, mapping, optional_value, words
from witnessmark.evidence import sources


class Item(Record):
    """A thing collected. The same bytes twice are one item with two collection records.

    `duplicate_key` finds the same bytes again: their SHA-256, or for protected items a keyed digest that tells
    nothing to somebody without the identities key. `stored` names the blob in the store, sealed with `key` if set.
    """

    kind: ClassVar[str] = "item"
    struct = sources.Item

    media_type = models.TextField()
    title = words()
    source = words()
    publisher = words()
    published = optional_value()
    language = models.CharField(max_length=16, blank=True, default="")
    size = models.PositiveBigIntegerField(default=0)
    commitment = models.CharField(max_length=64)
    disclosure = models.CharField(max_length=10, default="withheld")
    protected = models.BooleanField(default=False)
    suspect = words()
    authenticity = words()
    assessment = optional_value()
    links = listing()
    fingerprint = optional_value()
    genre = words()
    obtained = words()
    alteration = words()
    alteration_note = words()
    handovers = listing()
    portraits = listing()
    duplicate_key = models.CharField(max_length=64)
    stored = models.CharField(max_length=64)
    salt = models.BinaryField()
    file_name = words()
    key = models.ForeignKey("casefile.SourceKey", null=True, blank=True, on_delete=models.PROTECT)
    log_index = models.PositiveBigIntegerField()

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(fields=["investigation", "duplicate_key"], name="same_bytes_one_item"),
        ]

    def value(self) -> dict[str, Any]:
        """Return the struct's form with its collection records and its Texts' ids."""
        return super().value() | {
            "collected": [record.value() for record in self.collections.all()],
            "texts": [text.human_id for text in self.text_set.all()],
        }


class Collection(models.Model):
    """How one copy of an item came in (Berkeley Protocol, collection a to h); `identity` tells one act from another.

    For a protected item the whole record is in `sealed`, and the columns hold only what gives nobody away.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="collections")
    identity = models.CharField(max_length=64, unique=True)
    address = words()
    collected_at = words()
    collector = words()
    tool = optional_value()
    machine_address = words()
    identity_used = words()
    clock = words()
    layer = models.TextField(default="file")
    file_name = words()
    screenshot = words()
    embedded_metadata = mapping()
    media = listing()
    context = words()
    sha256 = words()
    part_of = words()
    missing = listing()
    sealed = models.BinaryField(default=b"")

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.item} at {self.collected_at}"

    def value(self) -> dict[str, Any]:
        """Return the collection record in the struct's form."""
        return {name: getattr(self, name) for name in sources.CollectionRecord.__struct_fields__}


class Redaction(models.Model):
    """Something that must not be seen when an item is published: words of its text, or a rectangle of a page."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="redactions")
    label = words()
    quote = words()
    sealed = models.BinaryField(default=b"")
    page = models.PositiveIntegerField(default=0)
    rect = listing()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"redaction in {self.item}"
