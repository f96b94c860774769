"""The addresses of the desk."""

from django.urls import path

from netra.web.desk import offices, people

app_name = "desk"
urlpatterns = [
    path("", offices.front, name="front"),
    path("kantor/pilih/", offices.choose, name="choose_office"),
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
    path("pengelola/kantor/", people.offices, name="offices"),
]
