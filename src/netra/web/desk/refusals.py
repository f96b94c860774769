"""Pages that say no: what happened, and what to do instead."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

BAD_REQUEST, FORBIDDEN, NOT_FOUND, TOO_LARGE, ERROR = 400, 403, 404, 413, 500


def problem(
    request: HttpRequest, *, title: str, text: str, instead: str, status: int
) -> HttpResponse:
    context = {"title": title, "text": text, "instead": instead}
    return render(request, "desk/problem.html", context, status=status)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    del reason
    return problem(
        request,
        title="Isian tidak diterima",
        text="Halaman ini terlalu lama terbuka atau dikirim dari tempat lain. Tidak ada yang "
        "berubah.",
        instead="Kembali ke halaman sebelumnya, muat ulang, lalu kirim lagi.",
        status=FORBIDDEN,
    )


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    too_big = isinstance(exception, (RequestDataTooBig, TooManyFieldsSent))
    return problem(
        request,
        title="Isian terlalu panjang" if too_big else "Permintaan tidak terbaca",
        text="Tidak ada yang berubah.",
        instead="Kembali ke halaman sebelumnya, pendekkan isian, lalu kirim lagi."
        if too_big
        else "Buka meja lewat alamatnya yang biasa, lalu coba lagi.",
        status=TOO_LARGE if too_big else BAD_REQUEST,
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    del exception
    return problem(
        request,
        title="Halaman tidak ditemukan",
        text="Alamatnya keliru, atau berkas itu bukan berkas kantor yang Anda pilih.",
        instead="Buka kotak masuk dan cari dari sana, atau ganti kantor di bagian atas halaman.",
        status=NOT_FOUND,
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    del exception
    return problem(
        request,
        title="Tidak diizinkan",
        text="Langkah ini tidak diizinkan untuk Anda.",
        instead="Kembali ke kotak masuk.",
        status=FORBIDDEN,
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """Without the context of the request: whatever broke may break again there."""
    del request
    page = (
        "<!doctype html><html lang=id><meta charset=utf-8><title>Ada gangguan</title>"
        "<h1>Ada gangguan</h1><p>Langkah Anda tidak tersimpan. Kembali ke halaman sebelumnya dan "
        "coba lagi; jika berulang, beri tahu pengelola sistem.</p></html>"
    )
    return HttpResponse(page, status=ERROR)
