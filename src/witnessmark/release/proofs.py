"""The files of proofs/: what binds the published items and passages to the custody log."""

from collections.abc import Mapping
from dataclasses import dataclass

from witnessmark.custody.proofs import ItemProof, PassageProof, passage_proof, policy_json, to_json
from witnessmark.evidence.snapshot import Evidence
from witnessmark.release.errors import ReleaseError
from witnessmark.release.inert import inert_name
from witnessmark.release.plan import ItemCommitment, ReleasePlan
from witnessmark.release.public import PublicSnapshot
from witnessmark.release.publication import Publication
from witnessmark.release.seal import SealKeys, seal_names


@dataclass(frozen=True, kw_only=True)
class Published:
    """What of the items leaves: publications by internal id, and the public snapshot with its map."""

    publications: Mapping[str, Publication]
    snapshot: PublicSnapshot

    @property
    def files(self) -> dict[str, str]:
        """Public item id → path in the bundle of the original or the redacted copy."""
        return {
            self.snapshot.ids[name]: inert_name(self.snapshot.ids[name], publication.media_type)
            for name, publication in self.publications.items()
            if name in self.snapshot.ids and publication.form != "withheld"
        }


def proof_files(plan: ReleasePlan, published: Published, keys: SealKeys) -> dict[str, bytes]:
    """Return policy, log, item and passage proofs, and the root of the time stamp authority, by path."""
    items = item_proofs(plan, published)
    passages = passage_proofs(plan, published)
    log = plan.proofs.log(sorted({proof.entry for proof in items} | {proof.entry for proof in passages}))
    exercise = plan.evidence.investigation.exercise
    policy = policy_json(
        seal=seal_names(plan.authority), release_key=keys.minisign_line, log_vkey=log.vkey, exercise=exercise,
        tsa_certificates=[keys.certificate_der] if keys.certificate_der else [],
    )  # fmt: skip
    files = {
        "proofs/policy.json": policy,
        "proofs/log.json": to_json(log),
        "proofs/items.json": to_json(items, kind="items"),
        "proofs/passages.json": to_json(passages, kind="passages"),
    }
    return files | ({"proofs/tsa/root.pem": keys.root} if keys.root else {})


def item_proofs(plan: ReleasePlan, published: Published) -> list[ItemProof]:
    """Return one proof per item shown; the salt is opened only where the original is in the bundle."""
    ids = {public: name for name, public in published.snapshot.ids.items()}
    proofs = []
    for item in published.snapshot.evidence.items:
        known = committed(plan.proofs.items, ids[item.id])
        original = published.publications[ids[item.id]].form == "original"
        path = published.files.get(item.id, "")
        file, salt, copy = (path, known.salt.hex(), "") if original else ("", "", path)
        proofs.append(
            ItemProof(item=item.id, commitment=known.commitment, entry=known.entry, file=file, salt=salt, copy=copy)
        )
    return proofs


def committed(commitments: Mapping[str, ItemCommitment], name: str) -> ItemCommitment:
    """Return the commitment of an item; refuse a release of something that was never committed."""
    if name not in commitments:
        raise ReleaseError(
            "an item has no commitment in the custody log",
            where=name,
            do="Run `witnessmark log verify`: it should have",
        )
    return commitments[name]


def passage_proofs(plan: ReleasePlan, published: Published) -> list[PassageProof]:
    """Return a proof for each statement in an item that is published whole.

    The tree of a redacted text tells, leaf by leaf, how much was removed and where: of such an item nothing is proved.
    """
    public: Evidence = published.snapshot.evidence
    ids = published.snapshot.ids
    proofs = []
    for statement in plan.evidence.statements:
        shown = public.index.get(ids.get(statement.id, ""))
        known = plan.proofs.texts.get(statement.passage.text)
        if (
            shown is None
            or shown.withheld
            or known is None
            or published.publications[statement.item].form != "original"
        ):
            continue
        start, end = statement.passage.start, statement.passage.end
        names = {"statement": shown.id, "item": shown.item, "text": shown.passage.text}
        proofs.append(passage_proof(known.tree, start, end, entry=known.entry, **names))
    return sorted(proofs, key=lambda proof: int(proof.statement[1:]))
