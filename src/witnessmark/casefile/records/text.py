"""Texts, immutable, and the machine's readings of them."""

from typing import ClassVar

from django.db import models

from witnessmark.casefile.records.base import Record, listing, mapping, words
from witnessmark.evidence import text


class Text(Record):
    """An immutable text of an item. Protected content is sealed with the item's key and `content` stays empty.

    `passage_seed` makes the salts of the passage commitments; `passage_root` is the root that stands in the log.
    """

    kind: ClassVar[str] = "text"
    struct = text.Text

    item_record = models.ForeignKey("casefile.Item", on_delete=models.PROTECT)
    text_kind = models.CharField(max_length=16)
    tool = mapping()
    identity = models.CharField(max_length=64)
    content = words()
    sealed = models.BinaryField(default=b"")
    sha256 = words()
    input_sha256 = words()
    language = models.CharField(max_length=16, blank=True, default="")
    direction = models.CharField(max_length=3, default="ltr")
    segments = listing()
    source_text = words()
    attested_by = words()
    trusted_layout = models.BooleanField(default=True)
    passage_seed = models.BinaryField()
    passage_root = models.CharField(max_length=64)
    log_index = models.PositiveBigIntegerField()

    class Meta(Record.Meta):
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(fields=["item_record", "identity"], name="same_reading_one_text"),
        ]

    def value(self) -> dict[str, object]:
        """Return the struct's form; sealed content is opened by the service that holds the key."""
        return super().value() | {"kind": self.text_kind, "item": self.item_record.human_id}


class Run(models.Model):
    """One reading of one Text by one tool: labelled lines and proposals, none of them a fact."""

    text = models.ForeignKey(Text, on_delete=models.PROTECT, related_name="runs")
    tool = mapping()
    reading = models.BinaryField()
    sealed = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"reading of {self.text}"
