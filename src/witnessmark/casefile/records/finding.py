"""Findings and what fairness asks for: reply requests, replies, corrections, approaches, recommendations."""

from typing import Any, ClassVar

from django.db import models

from witnessmark.casefile.records.base import Record, listing, mapping, optional_value, words
from witnessmark.evidence import findings


class Finding(Record):
    """A conclusion, with the three fields of the standard of proof."""

    kind: ClassVar[str] = "finding"
    struct = findings.Finding

    finding_kind = models.CharField(max_length=32)
    text = models.TextField()
    level = models.CharField(max_length=20)
    standard = words()
    rests_on = listing()
    against = listing()
    allegations = listing()
    elements = listing()
    facts_verified = models.BooleanField(default=False)
    reviewer = words()
    judgement = words()
    elements_met = models.BooleanField(default=False)
    period = optional_value()
    state = words()
    articles = listing()
    override = words()

    def value(self) -> dict[str, Any]:
        """Return the struct's form; the column `finding_kind` is the struct's `kind`."""
        return super().value() | {"kind": self.finding_kind}

    def take(self, struct: findings.Finding) -> "Finding":  # type: ignore[override]
        """Copy an evidence value, with its `kind`."""
        super().take(struct)
        self.finding_kind = struct.kind
        return self


class ReplyRequest(Record):
    """A letter for comment."""

    kind: ClassVar[str] = "reply_request"
    struct = findings.ReplyRequest

    to = models.CharField(max_length=16)
    allegations = listing()
    sent = words()
    due = words()
    text = words()
    not_contacted = words()
    extended_to = words()


class Reply(Record):
    """An answer to a letter for comment."""

    kind: ClassVar[str] = "reply"
    struct = findings.Reply

    request = models.CharField(max_length=16)
    item = words()
    received = words()
    outcomes = mapping()
    summary = words()
    points = listing()


class Correction(models.Model):
    """One row of the corrections table."""

    investigation = models.ForeignKey("casefile.Investigation", on_delete=models.PROTECT)
    reply = models.CharField(max_length=16)
    comment = models.TextField()
    accepted = models.BooleanField()
    reason = models.TextField()
    change = words()
    was = words()
    now = words()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.reply}: {self.comment[:40]}"


class Approach(Record):
    """Somebody asked the office to publish, change or withhold."""

    kind: ClassVar[str] = "approach"
    struct = findings.Approach

    who = models.TextField()
    when = words()
    asks = models.CharField(max_length=10)
    words = words()


class Recommendation(Record):
    """A recommendation, whom it is addressed to, what it rests on."""

    kind: ClassVar[str] = "recommendation"
    struct = findings.Recommendation

    to = models.TextField()
    text = models.TextField()
    findings = listing()


class Waiver(Record):
    """A signed, reasoned exception from one error."""

    kind: ClassVar[str] = "waiver"
    struct = findings.Waiver

    code = models.CharField(max_length=8)
    sentence_sha256 = models.CharField(max_length=64)
    evidence_sha256 = models.CharField(max_length=64)
    by = models.TextField()
    at = models.TextField()
    reason = models.TextField()


class Review(Record):
    """A line sign-off, bound to the digests of sentence and evidence."""

    kind: ClassVar[str] = "review"
    struct = findings.Review

    sentence_sha256 = models.CharField(max_length=64)
    evidence_sha256 = models.CharField(max_length=64)
    by = models.TextField()
    at = models.TextField()
    verdict = models.CharField(max_length=8)
    reason = words()
    manuscript = words()
    sentence = words()
    paragraph = models.PositiveIntegerField(default=0)
