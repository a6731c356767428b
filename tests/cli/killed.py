"""Run a witnessmark command and kill this process, as `kill -9` would, at the N-th step that touches disk or database."""

import os
import signal
import sys

STEPS = {"execute", "executemany", "write", "replace", "rename", "unlink", "fsync", "mkdir", "commit", "link", "open"}


def main() -> int:
    limit, words = int(sys.argv[1]), sys.argv[2:]
    seen = 0

    def count(frame, event, argument):
        nonlocal seen
        if event == "c_call" and argument.__name__ in STEPS:
            seen += 1
            if seen == limit:
                os.kill(os.getpid(), signal.SIGKILL)

    from witnessmark.cli.main import main as run

    sys.setprofile(count)
    code = run(words)
    sys.setprofile(None)
    print(f"steps {seen}", file=sys.stderr)
    return code


if __name__ == "__main__":
    raise SystemExit(main())
