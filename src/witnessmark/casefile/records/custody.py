"""What belongs to the custody log but may not stand in it: the openings of its commitments."""

from typing import ClassVar

from django.db import models


class Opening(models.Model):
    """What a salted commitment in the log stands for: an actor, a file name. Opened only inside the office."""

    investigation = models.ForeignKey("casefile.Investigation", on_delete=models.PROTECT)
    commitment = models.CharField(max_length=64)
    kind = models.CharField(max_length=16)
    salt = models.BinaryField()
    payload = models.BinaryField()
    key = models.ForeignKey("casefile.SourceKey", null=True, blank=True, on_delete=models.PROTECT)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.commitment[:8]}"
