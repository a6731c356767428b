"""Many items in worker processes: order, faults, killed workers, and nothing left behind."""

import importlib
import os
from functools import partial
from itertools import count, islice
from multiprocessing import active_children
from pathlib import Path

import pytest

from witnessmark.reading.bulk import AHEAD, in_processes, in_this_process
from witnessmark.reading.bulk_crew import CrewError


@pytest.fixture
def functions(monkeypatch):
    """The functions under a name that a fresh process can import them by."""
    monkeypatch.syspath_prepend(Path(__file__).parent)
    return importlib.import_module("applied_by_workers")


def test_outcomes_come_in_the_order_of_the_items_and_are_those_of_one_process(functions):
    alone = list(in_this_process(functions.halved, range(60)))
    assert list(in_processes(functions.halved, range(60), jobs=3)) == alone
    assert [each.item for each in alone] == list(range(60))
    assert alone[12].value == 6
    assert alone[13].failure == {"error": "WitnessmarkError", "what": "thirteen is refused", "got": "13", "do": "Take another"}  # fmt: skip
    assert "RecursionError" in alone[17].failure["got"]


def test_a_killed_worker_loses_its_own_item_only_and_a_second_try_is_made(tmp_path, functions):
    outcomes = list(in_processes(partial(functions.killed_at, tmp_path), range(8), jobs=2))
    assert [each.item for each in outcomes if each.failure] == [3]
    assert "SIGKILL" in outcomes[3].failure["got"]
    assert os.getpid() not in {each.value for each in outcomes}


def test_an_item_that_takes_too_long_is_stopped_and_reported(functions):
    outcomes = list(in_processes(functions.hanging, range(4), jobs=2, patience=3))
    assert [each.item for each in outcomes if each.failure] == [1]
    assert "3 seconds" in outcomes[1].failure["got"]


def test_items_are_taken_only_as_they_are_needed_and_workers_end_with_the_iterator(functions):
    taken = []
    outcomes = in_processes(functions.halved, (taken.append(number) or number for number in count()), jobs=2)
    assert [each.item for each in islice(outcomes, 30)] == list(range(30))
    assert len(taken) <= 30 + AHEAD * 2
    outcomes.close()
    assert active_children() == []


def test_workers_that_cannot_start_are_an_error_and_not_a_failure_of_every_file(functions):
    with pytest.raises(CrewError, match="exit code 7"):
        list(in_processes(functions.Stillborn(), range(5), jobs=2))


def test_no_items_are_no_outcomes(functions):
    assert list(in_processes(functions.halved, [], jobs=2)) == []
