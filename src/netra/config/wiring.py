"""The one place where ports meet adapters."""

from pathlib import Path

from netra.adapters.lawbook_files import load_lawbook
from netra.adapters.regions import LokalRegions
from netra.adapters.sealing import AgeSealer, DraftBox
from netra.config.env import Environment
from netra.domain.ports import Wiring


def wire(environment: Environment, *, identities: Path | None = None) -> Wiring:
    """The running parts; ``identities`` (the offices' private keys) only where officers work."""
    return Wiring(
        lawbook=load_lawbook,
        sealer=AgeSealer(identities=identities),
        drafts=DraftBox(environment.secret("drafts")),
        regions=LokalRegions(),
        receipt_key=environment.secret("receipts").encode(),
        # Who breaks into the public door finds nothing to seal a rewritten journal with.
        journal_key=environment.secret("journal").encode() if identities else b"",
    )
