"""The two doors are two programs: cookies of distinct names, keys only where officers work."""

from types import ModuleType

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


def test_the_public_door_cannot_seal_the_journal() -> None:
    assert public.NETRA.journal_key == b""
    assert desk.NETRA.journal_key


def test_no_style_and_no_script_is_inline() -> None:
    for door in (public, desk):
        directives = door.CONTENT_SECURITY_POLICY["DIRECTIVES"]
        assert "unsafe" not in str(directives)
        assert directives["default-src"] == ["'none'"]


@pytest.mark.parametrize("door", [public, desk])
def test_static_files_carry_the_headers_of_every_page(door: ModuleType) -> None:
    """WhiteNoise answers by itself: what stands behind it never sees a static file."""
    behind = door.MIDDLEWARE.index("whitenoise.middleware.WhiteNoiseMiddleware")
    for setter in ("security.SecurityMiddleware", "CSPMiddleware", "XFrameOptionsMiddleware"):
        assert any(one.endswith(setter) for one in door.MIDDLEWARE[:behind]), setter
    assert not door.WHITENOISE_ALLOW_ALL_ORIGINS


def test_no_cookie_outlives_the_browser() -> None:
    assert public.CSRF_COOKIE_AGE is None
    assert desk.CSRF_COOKIE_AGE is None
    assert desk.SESSION_EXPIRE_AT_BROWSER_CLOSE
