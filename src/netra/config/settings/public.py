"""The public door: anonymous, hostile traffic. No accounts, no sessions, only public keys."""

from netra.config.settings.base import *
from netra.config.settings.base import ENVIRONMENT

SECRET_KEY = ENVIRONMENT.secret("public")
ROOT_URLCONF = "netra.config.urls_public"
MIDDLEWARE = [
    # The three that set headers stand in front, so that static files and refusals carry them too.
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "netra.api.problems.ProblemResponses",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
CSRF_COOKIE_NAME = "netra_lapor"
CSRF_COOKIE_AGE = None  # ends with the browser: nothing stays on a shared phone
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "netra.web.public.pages.forbidden"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "netra.web.context.installation",
            ]
        },
    }
]
