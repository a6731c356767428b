from hashlib import sha256

import pytest

from witnessmark.custody.errors import LogError, ProofError
from witnessmark.custody.merkle import EMPTY_ROOT, Tree, leaf_hash, node_hash, verify_consistency, verify_inclusion

# Leaves and roots of the Certificate Transparency reference tests.
CT_LEAVES = [bytes.fromhex(x) for x in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657")]
CT_LEAVES.append(bytes.fromhex("606162636465666768696a6b6c6d6e6f"))
CT_ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
LEAVES = [bytes([number]) for number in range(67)]


def by_definition(leaves):
    """RFC 6962 §2.1, word for word."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return sha256(b"\0" + leaves[0]).digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha256(b"\1" + by_definition(leaves[:split]) + by_definition(leaves[split:])).digest()


def test_roots_are_those_of_certificate_transparency():
    tree = Tree()
    for leaf, root in zip(CT_LEAVES, CT_ROOTS, strict=True):
        tree.append(leaf)
        assert tree.root().hex() == root


def test_the_empty_tree_has_the_hash_of_nothing():
    assert Tree().root() == EMPTY_ROOT == by_definition([])


def test_leaves_added_together_make_the_tree_that_leaves_added_singly_make():
    single, together = Tree(), Tree()
    for leaf in LEAVES:
        single.append(leaf)
    together.extend(LEAVES[:5])
    together.extend(LEAVES[5:])
    assert [together.root(size) for size in range(68)] == [single.root(size) for size in range(68)]


def test_earlier_roots_are_still_known():
    tree = Tree(leaf_hash(leaf) for leaf in LEAVES)
    assert all(tree.root(size) == by_definition(LEAVES[:size]) for size in range(68))


def test_every_leaf_of_every_size_is_proved():
    tree = Tree(leaf_hash(leaf) for leaf in LEAVES)
    for size in range(1, 40):
        for index in range(size):
            path = tree.inclusion(index, size)
            verify_inclusion(leaf_hash(LEAVES[index]), index, size, path, by_definition(LEAVES[:size]))


def test_every_earlier_size_is_proved_a_beginning():
    tree = Tree(leaf_hash(leaf) for leaf in LEAVES)
    for new in range(40):
        for old in range(new + 1):
            path = tree.consistency(old, new)
            verify_consistency(old, new, by_definition(LEAVES[:old]), by_definition(LEAVES[:new]), path)


def test_a_proof_holds_for_no_other_leaf_place_size_or_root():
    tree = Tree(leaf_hash(leaf) for leaf in LEAVES)
    path, root = tree.inclusion(11, 20), tree.root(20)
    wrong = [
        (leaf_hash(b"other"), 11, 20, path, root),
        (leaf_hash(LEAVES[11]), 10, 20, path, root),
        (leaf_hash(LEAVES[11]), 20, 20, path, root),
        (leaf_hash(LEAVES[11]), 11, 12, path, root),
        (leaf_hash(LEAVES[11]), 11, 20, path, tree.root(21)),
        (leaf_hash(LEAVES[11]), 11, 20, path[:-1], root),
        (leaf_hash(LEAVES[11]), 11, 20, [*path, root], root),
        (leaf_hash(LEAVES[11]), 11, 20, [path[1], path[0], *path[2:]], root),
    ]
    for arguments in wrong:
        with pytest.raises(ProofError):
            verify_inclusion(*arguments)


def test_a_rewritten_log_is_not_consistent_with_its_earlier_root():
    honest = Tree(leaf_hash(leaf) for leaf in LEAVES[:20])
    rewritten = Tree(leaf_hash(leaf) for leaf in [b"forged", *LEAVES[1:30]])
    with pytest.raises(ProofError, match="rewritten"):
        verify_consistency(20, 30, honest.root(), rewritten.root(), rewritten.consistency(20, 30))


@pytest.mark.parametrize(
    "change", [lambda path: path[:-1], lambda path: [*path, path[0]], lambda path: [], lambda path: path[::-1]]
)
def test_a_changed_consistency_proof_is_refused(change):
    tree = Tree(leaf_hash(leaf) for leaf in LEAVES)
    with pytest.raises(ProofError):
        verify_consistency(13, 40, tree.root(13), tree.root(40), change(tree.consistency(13, 40)))


def test_equal_sizes_must_have_equal_roots_and_sizes_the_right_order():
    tree = Tree(leaf_hash(leaf) for leaf in LEAVES)
    with pytest.raises(ProofError):
        verify_consistency(5, 5, tree.root(5), tree.root(6), [])
    with pytest.raises(ProofError):
        verify_consistency(6, 5, tree.root(6), tree.root(5), [])


def test_a_node_cannot_pass_for_a_leaf():
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    assert leaf_hash(left + right) != node_hash(left, right)


def test_what_lies_outside_the_tree_is_refused():
    tree = Tree(leaf_hash(leaf) for leaf in LEAVES[:4])
    for ask in (
        lambda: tree.inclusion(4),
        lambda: tree.inclusion(-1),
        lambda: tree.root(5),
        lambda: tree.consistency(5),
    ):
        with pytest.raises(LogError):
            ask()
