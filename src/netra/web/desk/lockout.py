"""Five wrong tries lock the account for half an hour. Only the account and the count are kept."""

from collections.abc import Mapping
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from typing_extensions import override

LOCKED = 429


class ForgetfulHandler(AxesDatabaseHandler):
    """Counts failures per account, and forgets browser, address and what was typed."""

    @override
    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: Any = None, **kwargs: Any
    ) -> None:
        if request is None:
            return
        request.axes_ip_address = None
        request.axes_user_agent = request.axes_http_accept = request.axes_path_info = ""
        # One transaction: what the library writes of the request is never committed.
        with transaction.atomic():
            super().user_login_failed(sender, credentials, request, **kwargs)
            AccessAttempt.objects.filter(username=account(request, credentials)).update(
                get_data="", post_data=""
            )


def account(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str:
    """The account a try was for: the address as it is stored."""
    given = credentials or {}
    typed = given.get("email") or given.get("username") or request.POST.get("login") or ""
    return str(typed).strip().lower()


def no_address(_request: HttpRequest) -> None:
    """No address of a client is looked at."""


def no_client(*_args: Any, **_kwargs: Any) -> str:
    """What the library may write into a log about the client: nothing."""
    return "an account"


def locked(
    request: HttpRequest,
    _response: HttpResponse | None = None,
    _credentials: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """The page in place of the login form while the account is locked."""
    return render(request, "account/locked.html", status=LOCKED)
