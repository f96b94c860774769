"""Sealing: age for what only an office may read, AES-GCM for drafts that travel in a page."""

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from pathlib import Path

import pyrage
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from netra.domain.ports import SealBroken

NONCE_BYTES = 12


class AgeSealer:
    """age (X25519). Without ``identities`` it can only seal: so runs the public door."""

    def __init__(self, *, identities: Path | None) -> None:
        self._identities = identities

    def seal(self, plain: bytes, *, recipient: str) -> bytes:
        sealed: bytes = pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(recipient)])
        return sealed

    def unseal(self, sealed: bytes, *, recipient: str) -> bytes:
        try:
            identity = pyrage.x25519.Identity.from_str(self._path(recipient).read_text().strip())
            plain: bytes = pyrage.decrypt(sealed, [identity])
        except (FileNotFoundError, pyrage.DecryptError, pyrage.IdentityError) as error:
            raise SealBroken("Kunci kantor ini tidak membuka data tersebut.") from error
        return plain

    def generate(self) -> str:
        identity = pyrage.x25519.Identity.generate()
        recipient = str(identity.to_public())
        path = self._path(recipient)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(str(identity))
            file.flush()
            # Sealed to it within seconds: without the key nobody opens those identities again.
            os.fsync(file.fileno())
        return recipient

    def _path(self, recipient: str) -> Path:
        if self._identities is None:
            raise SealBroken("Program ini sengaja tidak memegang kunci kantor.")
        return self._identities / f"{recipient}.agekey"


class DraftBox:
    """AES-256-GCM under one key of this installation; the text is URL-safe."""

    def __init__(self, secret: str) -> None:
        self._cipher = AESGCM(sha256(secret.encode()).digest())

    def seal(self, plain: bytes) -> str:
        nonce = os.urandom(NONCE_BYTES)
        return urlsafe_b64encode(nonce + self._cipher.encrypt(nonce, plain, None)).decode()

    def unseal(self, sealed: str) -> bytes:
        try:
            raw = urlsafe_b64decode(sealed.encode())
            return self._cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], None)
        except (ValueError, InvalidTag) as error:
            raise SealBroken("Isian rusak atau sudah diubah.") from error
