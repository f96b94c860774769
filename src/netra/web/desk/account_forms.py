"""The library's account forms, in our words and without its placeholders."""

from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as MFAReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from axes.handlers.proxy import AxesProxyHandler
from django import forms
from typing_extensions import override

from netra.web.desk.accounts import InvitationOnlyAdapter

_SIX = {"inputmode": "numeric", "autocomplete": "one-time-code"}


class Worded(forms.Form):
    """Labels and hints by field; a placeholder would vanish when one types."""

    wording: ClassVar[Mapping[str, tuple[str, str]]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in self.wording:
                field.label, field.help_text = self.wording[name]


class WordedLogin(Worded, LoginForm):
    wording: ClassVar[Mapping[str, tuple[str, str]]] = {
        "login": ("Surel", ""),
        "password": ("Kata sandi", ""),
    }


class WordedChangePassword(Worded, ChangePasswordForm):
    wording: ClassVar[Mapping[str, tuple[str, str]]] = {
        "oldpassword": ("Kata sandi lama", ""),
        "password1": (
            "Kata sandi baru",
            "Sedikitnya 12 karakter. Beberapa kata yang tak berhubungan mudah diingat.",
        ),
        "password2": ("Kata sandi baru, sekali lagi", ""),
    }


class WordedReauthenticate(Worded, ReauthenticateForm):
    wording: ClassVar[Mapping[str, tuple[str, str]]] = {"password": ("Kata sandi", "")}


class WordedActivateTOTP(Worded, ActivateTOTPForm):
    wording: ClassVar[Mapping[str, tuple[str, str]]] = {
        "code": ("Kode enam angka dari aplikasi", "Kode berganti setiap 30 detik."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs.update(_SIX)


class WordedMFAReauthenticate(Worded, MFAReauthenticateForm):
    wording: ClassVar[Mapping[str, tuple[str, str]]] = {
        "code": ("Kode dari aplikasi, atau kode cadangan", ""),
    }


class WordedAddKey(Worded, AddWebAuthnForm):
    wording: ClassVar[Mapping[str, tuple[str, str]]] = {
        "name": ("Nama kunci", "Misalnya “Ponsel kantor” atau “Kunci USB cadangan”."),
        "passwordless": (
            "Boleh dipakai masuk tanpa kata sandi",
            "Kunci akan meminta sidik jari, wajah atau PIN setiap kali.",
        ),
    }


class WordedEditKey(Worded, EditWebAuthnForm):
    wording: ClassVar[Mapping[str, tuple[str, str]]] = {"name": ("Nama kunci", "")}


class CountedAuthenticate(Worded, AuthenticateForm):
    """A wrong second factor counts like a wrong password: both lock the account."""

    wording: ClassVar[Mapping[str, tuple[str, str]]] = {
        "code": (
            "Kode dari aplikasi",
            "Enam angka. Tidak ada ponsel? Ketik salah satu kode cadangan Anda.",
        ),
    }

    @override
    def clean_code(self) -> str:
        adapter = InvitationOnlyAdapter()
        if not AxesProxyHandler.is_allowed(adapter.request, {"email": self.user.email}):
            raise adapter.validation_error("too_many_login_attempts")
        code: str = super().clean_code()
        return code

    @override
    def _emit_authentication_failed(self, authenticator: Authenticator) -> None:
        AxesProxyHandler.user_login_failed(
            sender=Authenticator,
            credentials={"email": self.user.email},
            request=InvitationOnlyAdapter().request,
        )
        super()._emit_authentication_failed(authenticator)
