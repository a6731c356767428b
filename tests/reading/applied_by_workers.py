"""Functions that test_bulk.py has worker processes import and apply."""

import os
import signal
import time

from witnessmark.evidence.errors import WitnessmarkError


def halved(number):
    """Slow for the first of each ten, so that the others overtake it."""
    time.sleep(0.02 if number % 10 == 0 else 0)
    if number == 13:
        raise WitnessmarkError("thirteen is refused", got="13", do="Take another")
    if number == 17:
        raise RecursionError("too deep")
    return number / 2


def killed_at(folder, number):
    """Die at 3 every time, at 5 the first time only."""
    mark = folder / str(number)
    if number == 3 or (number == 5 and not mark.exists()):
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def hanging(number):
    time.sleep(60 if number == 1 else 0)
    return number


class Stillborn:
    """Cannot be had by a worker."""

    def __reduce__(self):
        return os._exit, (7,)

    def __call__(self, number):
        return number
