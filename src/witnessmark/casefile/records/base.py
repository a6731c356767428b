"""What all numbered records share: they belong to one investigation and mirror one evidence struct."""

from typing import Any, ClassVar, Self

import msgspec
from django.db import models

from witnessmark.evidence.ids import make_id


class Record(models.Model):
    """A numbered record of an investigation.

    Field names equal those of the struct, so that the two convert without a table of names; nested values are
    JSON columns. References are ids: short, human, unique within the investigation and never reused.
    """

    kind: ClassVar[str]
    struct: ClassVar[type[msgspec.Struct]]

    investigation = models.ForeignKey("casefile.Investigation", on_delete=models.PROTECT)
    number = models.PositiveIntegerField()

    class Meta:
        abstract = True
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["investigation", "number"], name="%(class)s_number_once")
        ]

    def __str__(self) -> str:
        return self.human_id

    @property
    def human_id(self) -> str:
        """The id that people see, such as `E12`."""
        return make_id(self.kind, self.number)

    @classmethod
    def shared_fields(cls) -> tuple[str, ...]:
        """The names that record and struct have in common, `id` aside."""
        columns = {field.name for field in cls._meta.get_fields()}
        return tuple(name for name in cls.struct.__struct_fields__ if name in columns and name != "id")

    def value(self) -> dict[str, Any]:
        """Return the record as the struct's JSON form; empty fields are left out by the struct itself."""
        return {"id": self.human_id} | {name: getattr(self, name) for name in self.shared_fields()}

    def to_struct(self) -> Any:  # noqa: ANN401 - the struct differs from record to record
        """Return the record as its frozen evidence value."""
        return msgspec.convert(self.value(), self.struct)

    def take(self, struct: msgspec.Struct) -> Self:
        """Copy the fields of an evidence value into the record, without saving it."""
        plain = {name: getattr(struct, name) for name in self.shared_fields()}
        for name, value in plain.items():
            setattr(self, name, msgspec.to_builtins(value))
        return self


def words(default: str = "") -> models.TextField:
    """Return a column for words; empty means not given."""
    return models.TextField(blank=True, default=default)


def listing() -> models.JSONField:
    """Return a column for a list of plain values."""
    return models.JSONField(default=list, blank=True)


def mapping() -> models.JSONField:
    """Return a column for a mapping of plain values."""
    return models.JSONField(default=dict, blank=True)


def optional_value() -> models.JSONField:
    """Return a column for one nested value or nothing."""
    return models.JSONField(null=True, blank=True, default=None)
