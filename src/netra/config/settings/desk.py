"""The desk: officers behind a login. Holds the offices' private keys."""

from netra.adapters.sealing import DraftBox
from netra.config.settings.base import *
from netra.config.settings.base import ENVIRONMENT, INSTALLED_APPS
from netra.config.wiring import wire

NETRA = wire(ENVIRONMENT, identities=ENVIRONMENT.var / "keys")
SECRET_KEY = ENVIRONMENT.secret("desk")
ROOT_URLCONF = "netra.config.urls_desk"
INSTALLED_APPS = [
    # First, so that its templates dress the pages of the libraries below.
    "netra.web",
    "django.contrib.sessions",
    "django.contrib.messages",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    *(app for app in INSTALLED_APPS if app != "netra.web"),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "netra.web.desk.session.NothingIsStored",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "netra.web.desk.session.EndsAfterTwelveHours",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "netra.web.desk.acting.ActingMembership",
]
SESSION_COOKIE_NAME = "netra_meja"
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "netra_meja_csrf"
CSRF_COOKIE_AGE = None  # ends with the browser, as the session does
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "netra.web.desk.refusals.csrf_failure"
# What a message says about a case stays on the server.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "netra.web.context.installation",
                "netra.web.desk.acting.desk",
            ]
        },
    }
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/akun/masuk/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {
    "change_password": "netra.web.desk.account_forms.WordedChangePassword",
    "login": "netra.web.desk.account_forms.WordedLogin",
    "reauthenticate": "netra.web.desk.account_forms.WordedReauthenticate",
}
ACCOUNT_ADAPTER = "netra.web.desk.accounts.InvitationOnlyAdapter"
# By account and by person, never by address; the lock itself is that of axes, below.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": "20/300s/key"}
MFA_RATE_LIMITS = {"webauthn_login": None}
MFA_ADAPTER = "netra.web.desk.accounts.SealedMFAAdapter"
MFA_FORMS = {
    "activate_totp": "netra.web.desk.account_forms.WordedActivateTOTP",
    "add_webauthn": "netra.web.desk.account_forms.WordedAddKey",
    "authenticate": "netra.web.desk.account_forms.CountedAuthenticate",
    "edit_webauthn": "netra.web.desk.account_forms.WordedEditKey",
    "reauthenticate": "netra.web.desk.account_forms.WordedMFAReauthenticate",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not ENVIRONMENT.https
MFA_TOTP_ISSUER = "netra"
NETRA_MFA_BOX = DraftBox(ENVIRONMENT.secret("mfa"))
AXES_HANDLER = "netra.web.desk.lockout.ForgetfulHandler"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5  # hours
AXES_RESET_ON_SUCCESS = True
# A stranger who keeps trying does not keep the officer out.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_LOCKOUT_CALLABLE = "netra.web.desk.lockout.locked"
AXES_USERNAME_CALLABLE = "netra.web.desk.lockout.account"
AXES_CLIENT_IP_CALLABLE = "netra.web.desk.lockout.no_address"
AXES_CLIENT_STR_CALLABLE = "netra.web.desk.lockout.no_client"
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_VERBOSE = False
# By account only: an address would be kept, and an office often shares one.
SILENCED_SYSTEM_CHECKS = ["axes.W006"]
