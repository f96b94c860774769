"""Every address of the desk × everybody who may ask, strangers included.

An address without a row fails: whoever adds a page says here who may open it.
"""

from collections.abc import Iterator
from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.web.desk.incident import FORBIDDEN_ELSEWHERE, Desk, bring_in, day, laporan
from tests.web.desk.staff import Hire, Officer

from netra.apps.journal.services import read
from netra.apps.organisations.models import Membership, Office
from netra.domain.access import ALLOWED, Action, Role
from netra.domain.calendar import Zone
from netra.domain.cases.transitions import TRANSITIONS, Transition
from netra.web.desk.step_buttons import slug

WHO = (
    "anonymous",
    "stranger",
    "receiver",
    "examiner",
    "commissioner",
    "administrator",
    "agency",
    "other_agency",
)
_EVERYBODY_IN = "302 200 200 200 200 200 200 200"
_CASE = "302 404 200 200 200 404 404 404"
_POST = "405 405 405 405 405 405 405 405"
_ADMIN = "302 403 403 403 403 200 403 403"
# A fresh login must be confirmed before the safety of an account is changed.
_AGAIN = "302 302 302 302 302 302 302 302"
_NOT_SET_UP = "302 404 404 404 404 404 404 404"

MATRIX = {
    "desk:front": "302 302 302 302 302 302 302 302",
    "desk:choose_office": _POST,
    "desk:inbox": "302 200 200 200 200 403 403 403",
    "desk:case": _CASE,
    "desk:step": "302 404 200 200 403 404 404 404",
    "desk:identity": "302 404 200 200 404 404 404 404",
    "desk:print_report": _CASE,
    "desk:print_receipt": _CASE,
    "desk:forwarded": "302 403 403 403 403 403 200 200",
    "desk:forward": "302 404 404 404 404 404 200 404",
    "desk:people": _ADMIN,
    "desk:appoint": _ADMIN,
    "desk:person": _ADMIN,
    "desk:end_membership": _POST,
    "desk:set_active": _POST,
    "desk:reset_password": _POST,
    "desk:offices": _ADMIN,
    "desk:own_office": _ADMIN,
    "desk:demo_clock": _ADMIN,
    "account_login": "200 302 302 302 302 302 302 302",
    "account_logout": _EVERYBODY_IN,
    "account_inactive": "200 200 200 200 200 200 200 200",
    "account_reauthenticate": _EVERYBODY_IN,
    "account_change_password": _EVERYBODY_IN,
    "mfa_index": _EVERYBODY_IN,
    "mfa_authenticate": _AGAIN,
    "mfa_reauthenticate": _AGAIN,
    "mfa_activate_totp": _AGAIN,
    "mfa_deactivate_totp": _NOT_SET_UP,
    "mfa_view_recovery_codes": _NOT_SET_UP,
    "mfa_generate_recovery_codes": _AGAIN,
    "mfa_download_recovery_codes": _NOT_SET_UP,
    "mfa_list_webauthn": _EVERYBODY_IN,
    "mfa_add_webauthn": _AGAIN,
    "mfa_reauthenticate_webauthn": _AGAIN,
    "mfa_remove_webauthn": _AGAIN,
    "mfa_edit_webauthn": _AGAIN,
    "mfa_login_webauthn": _AGAIN,
}


def addresses(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    """The names of all addresses of the desk, with their namespace."""
    for one in patterns:
        if isinstance(one, URLResolver):
            space = f"{one.namespace}:" if one.namespace else ""
            yield from addresses(one.url_patterns, prefix + space)
        else:
            yield f"{prefix}{one.name}"


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    names = set(addresses(get_resolver("netra.config.urls_desk").url_patterns))
    assert sorted(MATRIX) == sorted(names)


def url_of(name: str, desk: Desk) -> str:
    colleague = Membership.objects.filter(role=Role.EXAMINER.value).order_by("pk")
    known = {
        "desk:case": [desk.case_id],
        "desk:step": [desk.case_id, "establish-facts"],
        "desk:identity": [desk.case_id],
        "desk:print_report": [desk.case_id],
        "desk:print_receipt": [desk.case_id],
        "desk:forward": [desk.case_id, 1],
        "mfa_remove_webauthn": [1],
        "mfa_edit_webauthn": [1],
    }
    if name in {"desk:person", "desk:set_active", "desk:reset_password"}:
        return reverse(name, args=[colleague.filter(office__code="bawaslu-kota-contoh")[0].user_id])
    if name == "desk:end_membership":
        row = colleague[0]
        return reverse(name, args=[row.user_id, row.pk])
    return reverse(name, args=known.get(name, []))


def test_everybody_gets_what_the_matrix_says(forwarded: Desk, browsers: dict[str, Client]) -> None:
    wrong = []
    for name, row in MATRIX.items():
        for who, expected in zip(WHO, row.split(), strict=True):
            answer = browsers[who].get(url_of(name, forwarded))
            if answer.status_code != int(expected):
                wrong.append(f"{name} {who}: {answer.status_code}, bukan {expected}")
            assert answer.headers["Cache-Control"] == "no-store", name
    assert not wrong, "\n".join(wrong)


def test_nobody_outside_the_office_reads_a_word_of_the_report(
    forwarded: Desk, browsers: dict[str, Client]
) -> None:
    for who in ("anonymous", "stranger", "administrator", "agency", "other_agency"):
        for name in MATRIX:
            page = browsers[who].get(url_of(name, forwarded)).content.decode()
            for words in FORBIDDEN_ELSEWHERE:
                assert words not in page, (who, name)


def test_the_reporters_name_is_on_no_page_of_the_office_either(
    forwarded: Desk, browsers: dict[str, Client]
) -> None:
    for who in ("receiver", "examiner", "commissioner"):
        for name in MATRIX:
            page = browsers[who].get(url_of(name, forwarded)).content.decode()
            for words in FORBIDDEN_ELSEWHERE[1:]:
                assert words not in page, (who, name)


def posted(browser: Client, desk: Desk, step: Action) -> HttpResponse:
    """Whatever a forger would send: every field of every step, all at once."""
    return desk.take(
        browser,
        slug(step),
        {"reason": "x", "text": "x", "message": "x", "note": "x", "verdict": "not_a_violation"}
        | day("pleno_on", date(2024, 9, 25))
        | day("on", date(2024, 9, 25))
        | {"channel": "letter", "party": "saksi", "name": "x", "attended": "ya"}
        | day("held_on", date(2024, 9, 25)),
    )


@pytest.mark.parametrize("row", TRANSITIONS, ids=lambda row: row.step.value)
def test_a_step_forged_by_somebody_without_the_role_changes_nothing(
    row: Transition, desk: Desk, browsers: dict[str, Client]
) -> None:
    step = row.step
    before = desk.case
    roles = {
        "receiver": Role.RECEIVING_OFFICER,
        "examiner": Role.EXAMINER,
        "commissioner": Role.COMMISSIONER,
        "administrator": Role.ADMINISTRATOR,
        "agency": Role.AGENCY_OFFICER,
    }
    for who in WHO:
        if roles.get(who) in ALLOWED[step]:
            continue
        answer = posted(browsers[who], desk, step)
        assert answer.status_code in {302, 403, 404}, (who, step)
        assert desk.case.state is before.state
        assert desk.case.numbers == before.numbers
    assert desk.case.clocks == before.clocks


def test_a_colleague_who_forges_a_step_leaves_a_trace(
    desk: Desk, browsers: dict[str, Client]
) -> None:
    answer = desk.take(browsers["commissioner"], "register")
    assert answer.status_code == 403
    entry = read(f"case:{desk.case_id.hex}")[-1]
    assert (entry.kind, entry.body["code"]) == ("step_refused", "not_permitted")


def test_a_step_that_is_not_lawful_yet_is_refused_with_pasal_and_keeps_what_was_typed(
    desk: Desk, browsers: dict[str, Client]
) -> None:
    page = desk.take(
        browsers["examiner"], "write-kajian", {"verdict": "not_a_violation", "text": "Isi saya."}
    )
    assert page.status_code == 409
    words = page.content.decode()
    assert "Yang dapat dilakukan" in words
    assert "UU 1/2015" in words


def test_steps_of_the_system_and_unknown_steps_do_not_exist(
    desk: Desk, browsers: dict[str, Client]
) -> None:
    for name in ("open-case", "lapse-clock", "view-cases", "apa-saja"):
        assert desk.take(browsers["examiner"], name).status_code == 404


def test_a_case_that_moved_meanwhile_is_not_overwritten(
    desk: Desk, browsers: dict[str, Client]
) -> None:
    stale = desk.case.version
    desk.took(browsers["receiver"], "record-number")
    answer = desk.take(browsers["examiner"], "record-kajian-awal", {"version": str(stale)})
    assert answer.status_code == 409
    assert "berubah sejak Anda membukanya" in answer.content.decode()
    for forged in ("", "abc", "-1", "9" * 30):
        answer = desk.take(browsers["examiner"], "record-kajian-awal", {"version": forged})
        assert answer.status_code == 409


def test_opening_the_identity_asks_why_and_is_journalled(
    desk: Desk, browsers: dict[str, Client]
) -> None:
    url = reverse("desk:identity", args=[desk.case_id])
    empty = browsers["examiner"].post(url, {"reason": ""})
    assert FORBIDDEN_ELSEWHERE[1] not in empty.content.decode()
    opened = browsers["examiner"].post(url, {"reason": "Memanggil pelapor untuk klarifikasi."})
    page = opened.content.decode()
    assert FORBIDDEN_ELSEWHERE[1] in page
    assert "Saksi Rekaan Bernama Kenanga" in page
    assert opened.headers["Cache-Control"] == "no-store"
    assert read(f"case:{desk.case_id.hex}")[-1].kind == "identity_opened"
    again = browsers["examiner"].get(url).content.decode()
    assert FORBIDDEN_ELSEWHERE[1] not in again


def test_a_klarifikasi_does_not_carry_the_sealed_names_around_the_seal(
    desk: Desk, browsers: dict[str, Client]
) -> None:
    receiver, examiner = browsers["receiver"], browsers["examiner"]
    formal = ["identitas_pelapor", "identitas_terlapor", "waktu_laporan", "kesesuaian_tanda_tangan"]
    met = {"met_0": formal, "met_1": ["waktu_dan_tempat", "uraian", "bukti"]}
    desk.took(receiver, "record-number")
    desk.took(examiner, "record-kajian-awal", met)
    desk.took(receiver, "register")
    reporter, witness = FORBIDDEN_ELSEWHERE[1], FORBIDDEN_ELSEWHERE[3]
    for party, name in (("pelapor", reporter), ("saksi", witness)):
        heard = {"party": party, "name": name, "attended": "ya"}
        desk.took(examiner, "hold-klarifikasi", heard | day("held_on", date(2024, 9, 25)))
    url = reverse("desk:case", args=[desk.case_id])
    of_examiner = examiner.get(url).content.decode()
    assert witness in of_examiner
    assert reporter not in of_examiner
    of_member = browsers["commissioner"].get(url).content.decode()
    assert witness not in of_member
    assert reporter not in of_member


@pytest.mark.parametrize("who", ["stranger", "commissioner", "administrator", "agency"])
def test_the_identity_does_not_open_for_others(
    who: str, desk: Desk, browsers: dict[str, Client]
) -> None:
    url = reverse("desk:identity", args=[desk.case_id])
    answer = browsers[who].post(url, {"reason": "Ingin tahu siapa pelapornya."})
    assert answer.status_code == 404


def test_a_key_that_is_not_there_is_said_and_nothing_is_shown(
    desk: Desk, browsers: dict[str, Client]
) -> None:
    from netra.apps.intake.models import ReporterIdentity

    identity = ReporterIdentity.objects.get(pk=desk.case_id)
    identity.recipient = "age1tidakada"
    identity.save()
    url = reverse("desk:identity", args=[desk.case_id])
    answer = browsers["examiner"].post(url, {"reason": "Memanggil pelapor besok pagi."})
    assert "Segel tidak terbuka" in answer.content.decode()


@pytest.mark.parametrize(
    "story",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "{{ 7|add:7 }}{% csrf_token %}",
        "\u202eterbalik 🙂 \u0007",
    ],
)
def test_what_a_reporter_types_is_shown_as_text(
    story: str, desk: Desk, browsers: dict[str, Client]
) -> None:
    other = Desk(bring_in(laporan("64.71", date(2024, 9, 23), date(2024, 9, 24), story=story)))
    for name in ("desk:case", "desk:print_report"):
        answer = browsers["examiner"].get(reverse(name, args=[other.case_id]))
        page = answer.content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "alert(1)" in page or story[:5] in page
        policy = answer.headers["Content-Security-Policy"]
        assert "unsafe-inline" not in policy
        assert "script-src 'self'" in policy


def test_a_step_without_its_token_is_not_taken(desk: Desk, hire: Hire, office: Office) -> None:
    officer: Officer = hire(office, Role.RECEIVING_OFFICER)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(officer.user)
    assert desk.take(strict, "record-number").status_code == 403
    assert desk.case.numbers == ()


def test_the_demo_clock_moves_in_a_demonstration_only(
    desk: Desk, browsers: dict[str, Client]
) -> None:
    from netra.apps.organisations.clock import now
    from netra.apps.organisations.models import Installation

    url = reverse("desk:demo_clock")
    form = day("day", date(2024, 10, 1)) | {"at": "08:15"}
    assert browsers["administrator"].post(url, form).status_code == 302
    assert now().astimezone(Zone.WITA.tzinfo).date() == date(2024, 10, 1)
    assert read("installation")[-1].kind == "clock_moved"
    assert "Waktu contoh" in browsers["administrator"].get(url).content.decode()
    assert browsers["examiner"].post(url, form).status_code == 403
    Installation.objects.all().delete()
    assert browsers["administrator"].post(url, form).status_code == 404
    assert "Jam contoh" not in browsers["administrator"].get("/", follow=True).content.decode()
