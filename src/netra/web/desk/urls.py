"""The addresses of the desk."""

from django.urls import path

from netra.web.desk import (
    case,
    demo_clock,
    forwarded,
    identity,
    inbox,
    offices,
    own_office,
    people,
    step,
)

app_name = "desk"
urlpatterns = [
    path("", offices.front, name="front"),
    path("kantor/pilih/", offices.choose, name="choose_office"),
    path("berkas/", inbox.inbox, name="inbox"),
    path("berkas/<uuid:case_id>/", case.case, name="case"),
    path("berkas/<uuid:case_id>/langkah/<slug:name>/", step.step, name="step"),
    path("berkas/<uuid:case_id>/pelapor/", identity.identity, name="identity"),
    path("berkas/<uuid:case_id>/cetak/formulir/", case.print_report, name="print_report"),
    path("berkas/<uuid:case_id>/cetak/tanda-bukti/", case.print_receipt, name="print_receipt"),
    path("terusan/", forwarded.forwarded, name="forwarded"),
    path("terusan/<uuid:case_id>/<int:number>/", forwarded.forward, name="forward"),
    path("pengelola/petugas/", people.people, name="people"),
    path("pengelola/petugas/baru/", people.appoint, name="appoint"),
    path("pengelola/petugas/<int:user_id>/", people.person, name="person"),
    path(
        "pengelola/petugas/<int:user_id>/penugasan/<int:membership_id>/akhiri/",
        people.end_membership,
        name="end_membership",
    ),
    path("pengelola/petugas/<int:user_id>/akun/", people.set_active, name="set_active"),
    path(
        "pengelola/petugas/<int:user_id>/kata-sandi/", people.reset_password, name="reset_password"
    ),
    path("jam-contoh/", demo_clock.demo_clock, name="demo_clock"),
    path("pengelola/kantor/", people.offices, name="offices"),
    path("pengelola/kantor/ubah/", own_office.own_office, name="own_office"),
]
