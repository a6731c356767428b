"""Ids: given out once, never reused, also when a person chooses one."""

from witnessmark.casefile.errors import ConflictError
from witnessmark.casefile.records import Counter, Investigation
from witnessmark.casefile.services.record_read import find
from witnessmark.evidence.ids import make_id, parse_id


def next_number(investigation: Investigation, kind: str) -> int:
    """Give out the next number of a kind; call inside the transaction that uses it."""
    counter = _counter(investigation, kind)
    counter.highest += 1
    counter.save()
    return int(counter.highest)


def claim_number(investigation: Investigation, human_id: str) -> int:
    """Take an id that a person chose; numbers may be skipped, and chosen later, but never taken twice.

    Records are never deleted, so a number is taken exactly when a record has it. Raises `ConflictError` then.
    """
    kind, number = parse_id(human_id)
    counter = _counter(investigation, kind)
    if find(investigation, human_id) is not None:
        raise ConflictError(
            "this id is taken or was used before",
            where=human_id,
            expected=f"a new id, such as {make_id(kind, counter.highest + 1)}",
            do="Use `correct` to change a record that exists",
        )
    if number > counter.highest:
        counter.highest = number
        counter.save()
    return number


def _counter(investigation: Investigation, kind: str) -> Counter:
    """Return the counter of a kind, made on first use."""
    counter, _ = Counter.objects.get_or_create(investigation=investigation, kind=kind)
    return counter
