"""Does the log still hold? All is worked out again from the leaves and compared with what was kept and signed."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

from witnessmark.custody.checkpoint import Checkpoint, verify_checkpoint
from witnessmark.custody.errors import CustodyError
from witnessmark.custody.merkle import Tree, leaf_hash, node_hash
from witnessmark.custody.note import NoteVerifier
from witnessmark.custody.storage import LogStorage

FaultKind = Literal["edited", "missing", "reordered", "node", "truncated", "rewritten", "signature"]
#: Beyond so many broken pairs the search for what was swapped with what would say little and take long.
_PAIRS_SEARCHED = 64


@dataclass(frozen=True)
class Fault:
    """One thing that does not hold: its kind, where, what was got, what was expected."""

    kind: FaultKind
    where: str
    got: str
    expected: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.where}: got {self.got}, expected {self.expected}"


@dataclass(frozen=True)
class LogReport:
    """What was found in the log, and what was checked against what; `ok` only if nothing was found."""

    size: int
    root: str
    faults: tuple[Fault, ...]
    checked: tuple[str, ...]
    unchecked: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether no fault was found."""
        return not self.faults

    def as_dict(self) -> dict[str, Any]:
        """Return the report for `--json`."""
        return asdict(self) | {"ok": self.ok}


def verify(storage: LogStorage, checkpoints: Iterable[str] = (), public_key: NoteVerifier | None = None) -> LogReport:
    """Work out the whole log again and compare it with stored hashes, stored signed heads and exported checkpoints.

    Without an exported checkpoint a log that was cut together with its heads cannot be told from a short one, and
    without the public key no head is checked at all: both are then named in `unchecked`.
    """
    rows, faults = _leaves(storage)
    tree = Tree(hashed for _, hashed, _ in rows)
    faults += _reordered(storage, rows) or _edited(rows)
    faults += _nodes(storage, tree, faults)
    given, checked, unchecked = list(checkpoints), ["every leaf and stored hash"], []
    if public_key is None:
        unchecked.append("signed heads and checkpoints: no public key of the log was given")
    else:
        heads = [note for _, note in storage.heads()]
        faults += _against(tree, heads, public_key, "stored signed head")
        faults += _against(tree, given, public_key, "exported checkpoint")
        checked.append(f"{len(heads)} stored signed heads and {len(given)} exported checkpoints")
    if not given:
        unchecked.append("truncation: no checkpoint kept elsewhere was given")
    return LogReport(len(tree), tree.root().hex(), tuple(faults), tuple(checked), tuple(unchecked))


#: Sequence number, hash worked out from the leaf, hash that was stored.
_Hashed = tuple[int, bytes, bytes]


def _leaves(storage: LogStorage) -> tuple[list[_Hashed], list[Fault]]:
    rows: list[_Hashed] = []
    faults: list[Fault] = []
    expected = 0
    for seq, leaf, stored in storage.rows():
        if seq != expected:
            faults.append(Fault("missing", f"row {expected}", f"row {seq} follows row {expected - 1}", "no gap"))
        rows.append((seq, leaf_hash(leaf), stored))
        expected = seq + 1
    return rows, faults


def _edited(rows: list[_Hashed]) -> list[Fault]:
    return [
        Fault("edited", f"row {seq}", f"leaf with hash {worked_out.hex()}", f"stored hash {stored.hex()}")
        for seq, worked_out, stored in rows
        if worked_out != stored
    ]


def _reordered(storage: LogStorage, rows: list[_Hashed]) -> list[Fault]:
    """Find leaves that stand in each other's places: by their own stored hashes, or by the stored parents of pairs."""
    moved = {stored: seq for seq, worked_out, stored in rows if worked_out != stored}
    by_hash = [
        Fault("reordered", f"row {seq}", f"the leaf of row {moved[worked_out]}", f"the leaf with hash {stored.hex()}")
        for seq, worked_out, stored in rows
        if worked_out != stored and worked_out in moved
    ]
    if by_hash and len(by_hash) == len(moved):
        return by_hash
    return [] if moved else _reordered_pairs(storage, rows)


def _reordered_pairs(storage: LogStorage, rows: list[_Hashed]) -> list[Fault]:
    parents = {index: hashed for level, index, hashed in storage.nodes() if level == 1}
    broken = [
        index
        for index, parent in parents.items()
        if 2 * index + 1 < len(rows) and node_hash(rows[2 * index][1], rows[2 * index + 1][1]) != parent
    ]
    if not broken or len(broken) > _PAIRS_SEARCHED:
        return []
    loose = [2 * index + side for index in broken for side in (0, 1)]
    original = {node_hash(rows[a][1], rows[b][1]): (a, b) for a in loose for b in loose}
    return [
        Fault(
            "reordered", f"row {2 * index + side}", f"the leaf of row {2 * index + side}", f"the leaf now at row {now}"
        )
        for index in broken
        if parents[index] in original
        for side, now in enumerate(original[parents[index]])
        if now != 2 * index + side
    ]


def _nodes(storage: LogStorage, tree: Tree, known: list[Fault]) -> list[Fault]:
    """Compare every stored node with the one worked out; what the faults already known explain is not told again."""
    faults, seen = [], 0
    for level, index, stored in storage.nodes():
        first, last = index << level, ((index + 1) << level) - 1
        if last >= len(tree):
            faults.append(
                Fault("truncated", f"rows {first} to {last}", f"{len(tree)} rows", "the rows of a stored node")
            )
            continue
        seen += 1
        if tree.node(level, index) != stored and not known:
            got = tree.node(level, index).hex()
            faults.append(Fault("node", f"rows {first} to {last} (changed, or in another order)", got, stored.hex()))
    complete = len(tree) - len(tree).bit_count()  # a tree of n leaves has closed n less its set bits
    if seen != complete and not known:
        faults.append(Fault("missing", "stored nodes", f"{seen} nodes", f"{complete} nodes"))
    return faults


def _against(tree: Tree, notes: Iterable[str], key: NoteVerifier, what: str) -> list[Fault]:
    faults = []
    for note in notes:
        try:
            checkpoint = verify_checkpoint(note, key)
        except CustodyError as error:
            faults.append(Fault("signature", what, error.what + (f" ({error.got})" if error.got else ""), key.vkey))
            continue
        faults += _differs(tree, checkpoint, what)
    return faults


def _differs(tree: Tree, checkpoint: Checkpoint, what: str) -> list[Fault]:
    if checkpoint.size > len(tree):
        return [Fault("truncated", f"{what} of size {checkpoint.size}", f"{len(tree)} rows", f"{checkpoint.size} rows")]
    root = tree.root(checkpoint.size)
    if root == checkpoint.root:
        return []
    where = f"{what} of size {checkpoint.size}"
    return [Fault("rewritten", where, f"root {root.hex()}", f"root {checkpoint.root.hex()}")]
