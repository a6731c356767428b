"""Which files a release has, folder by folder: names that no system opens as a program, and none that nothing names."""

import re

from witnessmark.verify.bundle import Bundle
from witnessmark.verify.faults import Findings

#: Everything but the seal, which the policy lists. A second suffix such as `.html.txt` is what makes a file inert.
_KNOWN = re.compile(
    r"index\.html|report\.pdf|evidence\.json|VERIFY\.md|verify\.py|SHA256SUMS|seal/[^/]+|passages/[A-Z]+[0-9]+\.html"
    r"|record/[a-z0-9-]+\.(?:html|md|txt|json|csv)|proofs/(?:policy|log|items|passages)\.json|proofs/tsa/[^/]+\.(?:pem|tsr)"
    r"|evidence/[A-Z]+[0-9]+\.(?:pdf|txt|(?:json|xhtml|xml|svg|eml|csv|html|md)\.txt|warc|xlsx|docx|mp3|m4a|ogg|flac|wav"
    r"|gif|jpg|png|tif|webp|mp4|mov|webm|bin)"
)  # fmt: skip


def check_layout(bundle: Bundle, findings: Findings) -> None:
    """Check that every file has a name that stands in the layout of a release."""
    before = len(findings.faults)
    for path in sorted(bundle.files):
        if not _KNOWN.fullmatch(path):
            findings.add("unknown-file", ascii(path), "a name or suffix that no release has", "the layout of a release")
    if bundle.files:
        findings.claim("every file has its place in the layout of a release, under a name that nothing runs", before)
