"""How officers log in: by invitation only, without mail, and without a trace of where they sit."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from typing_extensions import override

from netra.apps.accounts.models import User

TOO_MANY = (
    "Terlalu banyak percobaan gagal. Tunggu 30 menit, lalu coba lagi. "
    "Jika bukan Anda yang mencoba, beri tahu pengelola kantor Anda."
)


class InvitationOnlyAdapter(DefaultAccountAdapter):
    """An administrator makes the account; nobody signs up, and no mail is ever sent."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Akun ini tidak aktif. Hubungi pengelola kantor Anda.",
        "email_password_mismatch": (
            "Surel atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi."
        ),
        "enter_current_password": "Kata sandi lama tidak cocok.",
        "incorrect_code": "Kode tidak cocok. Tunggu kode berikutnya, lalu coba lagi.",
        "incorrect_password": "Kata sandi tidak cocok.",
        "rate_limited": "Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi.",
        "same_as_current": "Kata sandi baru harus berbeda dari yang lama.",
        "too_many_login_attempts": TOO_MANY,
    }

    @override
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    @override
    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return settings.LOGIN_REDIRECT_URL

    @override
    def reauthenticate(self, user: AbstractBaseUser, password: str) -> bool:
        """The library looks for a verified address; ours is the one on the account."""
        assert isinstance(user, User)
        again = self.authenticate(self.request, email=user.email, password=password)
        return again is not None and again.pk == user.pk

    @override
    def get_client_ip(self, request: HttpRequest) -> str:
        """Nothing here is limited or remembered by address."""
        return ""

    @override
    def get_http_user_agent(self, request: HttpRequest) -> str:
        return ""


class SealedMFAAdapter(DefaultMFAAdapter):
    """TOTP secrets and the seed of the recovery codes lie encrypted in the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": "Pengaman ini tidak dapat dimatikan.",
        "cannot_generate_recovery_codes": (
            "Aktifkan dulu aplikasi kode atau kunci keamanan; setelah itu kode cadangan dibuat."
        ),
        "incorrect_code": InvitationOnlyAdapter.error_messages["incorrect_code"],
    }

    @override
    def encrypt(self, text: str) -> str:
        sealed: str = settings.NETRA_MFA_BOX.seal(text.encode())
        return sealed

    @override
    def decrypt(self, encrypted_text: str) -> str:
        plain: bytes = settings.NETRA_MFA_BOX.unseal(encrypted_text)
        return plain.decode()

    @override
    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return f"Kunci {count + 1}"
