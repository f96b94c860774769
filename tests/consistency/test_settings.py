"""The two doors are two programs: cookies of distinct names, keys only where officers work."""

import pytest

from netra.config.settings import desk, public
from netra.domain.ports import SealBroken


def test_their_cookies_never_meet() -> None:
    names = {public.CSRF_COOKIE_NAME, desk.CSRF_COOKIE_NAME, desk.SESSION_COOKIE_NAME}
    assert len(names) == 3


def test_the_public_door_has_no_login_and_no_session() -> None:
    programs = " ".join([*public.INSTALLED_APPS, *public.MIDDLEWARE])
    assert "session" not in programs
    assert "allauth" not in programs


def test_the_public_door_cannot_open_what_it_seals() -> None:
    """A stranger who takes over the public door finds no private key there."""
    recipient = desk.NETRA.sealer.generate()
    sealed = public.NETRA.sealer.seal(b"pelapor", recipient=recipient)
    with pytest.raises(SealBroken):
        public.NETRA.sealer.unseal(sealed, recipient=recipient)
    assert desk.NETRA.sealer.unseal(sealed, recipient=recipient) == b"pelapor"


def test_no_style_and_no_script_is_inline() -> None:
    for door in (public, desk):
        directives = door.CONTENT_SECURITY_POLICY["DIRECTIVES"]
        assert "unsafe" not in str(directives)
        assert directives["default-src"] == ["'none'"]
