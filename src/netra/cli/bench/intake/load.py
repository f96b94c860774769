"""The load: many senders at once, light enough to leave the cores to the server.

``python load.py PORT CLIENTS DRAFTS ANSWERS``. Bare HTTP/1.1 over sockets
that stay open; every answer is read to its end, and counts only with a receipt code in it.
"""

import asyncio
import gc
import json
import re
import sys
import time
from pathlib import Path
from urllib.parse import urlencode

_CODE = re.compile(rb'data-text="([A-Z0-9-]+)"')
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_COOKIE = re.compile(rb"\r\nset-cookie: *(netra_lapor=[^;\r]+)", re.IGNORECASE)
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')


async def exchange(
    streams: tuple[asyncio.StreamReader, asyncio.StreamWriter], request: bytes
) -> tuple[bytes, bytes]:
    """Send one request; head and body of its answer."""
    reader, writer = streams
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    length = _LENGTH.search(head)
    body = await reader.readexactly(int(length[1])) if length else b""
    return head, body


async def first_visit(
    streams: tuple[asyncio.StreamReader, asyncio.StreamWriter], host: str
) -> tuple[str, str]:
    """Open the wizard as a browser would: its cookie and the token of its forms."""
    request = f"GET /lapor/ HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()
    head, body = await exchange(streams, request)
    cookie, token = _COOKIE.search(head), _TOKEN.search(body)
    if cookie is None or token is None:
        raise SystemExit(f"tanpa kuki atau token: {head!r}")
    return cookie[1].decode(), token[1].decode()


def request(host: str, cookie: str, token: str, draft: str) -> bytes:
    """The final POST of one report."""
    body = urlencode({"csrfmiddlewaretoken": token, "draft": draft, "benar": "on"})
    return (
        f"POST /lapor/kirim/ HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n\r\n{body}"
    ).encode()


async def send_all(
    port: int, drafts: list[str], start: asyncio.Barrier, codes: list[str], seconds: list[float]
) -> None:
    """One sender: one report after the other over one connection."""
    host = f"127.0.0.1:{port}"
    streams = await asyncio.open_connection("127.0.0.1", port)
    cookie, token = await first_visit(streams, host)
    requests = [request(host, cookie, token, draft) for draft in drafts]
    await start.wait()
    for one in requests:
        began = time.perf_counter()
        try:
            head, body = await exchange(streams, one)
        except (ConnectionError, asyncio.IncompleteReadError):
            # The server went away: what it had not answered counts as not accepted.
            return
        seconds.append(time.perf_counter() - began)
        code = _CODE.search(body)
        if code is not None and head.startswith(b"HTTP/1.1 200"):
            codes.append(code[1].decode())
    streams[1].close()


async def run(port: int, clients: int, drafts: list[str]) -> dict[str, object]:
    start = asyncio.Barrier(clients + 1)
    codes: list[str] = []
    seconds: list[float] = []
    senders = [
        asyncio.create_task(send_all(port, drafts[n::clients], start, codes, seconds))
        for n in range(clients)
    ]
    gc.disable()
    await start.wait()
    began = time.perf_counter()
    await asyncio.gather(*senders)
    return {"codes": codes, "seconds": seconds, "elapsed": time.perf_counter() - began}


def main() -> None:
    port, clients, drafts, answers = sys.argv[1:]
    lines = Path(drafts).read_text().splitlines()
    result = asyncio.run(run(int(port), int(clients), lines))
    Path(answers).write_text(json.dumps(result))


if __name__ == "__main__":
    main()
