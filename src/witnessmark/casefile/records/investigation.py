"""The investigation: mandate, period, territory, standard of proof, members."""

from typing import ClassVar

from django.db import models

from witnessmark.casefile.records.base import words


class Investigation(models.Model):
    """The root of all records. `origin` is the name of its custody log."""

    name = models.TextField()
    origin = models.TextField(unique=True)
    mandate = words()
    period = words()
    territory = words()
    standard_of_proof = words("reasonable grounds to believe")
    office = words()
    exercise = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class Counter(models.Model):
    """The highest number ever given out for a kind of record, so that no id is used twice."""

    investigation = models.ForeignKey(Investigation, on_delete=models.PROTECT)
    kind = models.CharField(max_length=32)
    highest = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["investigation", "kind"], name="one_counter_a_kind")]

    def __str__(self) -> str:
        return f"{self.kind} {self.highest}"
