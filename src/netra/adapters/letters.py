"""The text of a letter on disk: plain text, PDF with a text layer, DOCX."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from pypdf.errors import PyPdfError

_LARGEST_BYTES = 30 * 1024 * 1024
_LARGEST_UNPACKED = 200 * 1024 * 1024


class LetterUnreadable(ValueError):
    """The file gives no text; the message says why, in Indonesian."""


def letter_text(path: Path) -> str:
    """The text of a letter; raises ``LetterUnreadable``. The kind is told by content, not name."""
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise LetterUnreadable("Berkas terlalu besar; paling besar 30 MB.")
        content = path.read_bytes()
    except OSError as error:
        raise LetterUnreadable(f"Berkas tidak dapat dibuka: {error.strerror}.") from error
    return letter_text_of(content)


def letter_text_of(content: bytes) -> str:
    """As ``letter_text``, for bytes received in a form."""
    text = _reader(content)(content)
    if not text.strip():
        raise LetterUnreadable(
            "Berkas tidak berisi teks; mungkin hasil pindai. Jalankan OCR lebih dahulu."
        )
    return text


def _reader(content: bytes) -> Callable[[bytes], str]:
    if content.startswith(b"%PDF"):
        return _pdf
    if content.startswith(b"PK\x03\x04"):
        return _docx
    return _plain


def _plain(content: bytes) -> str:
    if b"\x00" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise LetterUnreadable("Jenis berkas tidak dikenal; pakai TXT, PDF, atau DOCX.")
    encodings = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig",)
    for encoding in (*encodings, "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise LetterUnreadable("Huruf dalam berkas tidak dapat dibaca; simpan sebagai UTF-8.")


def _pdf(content: bytes) -> str:
    try:
        document = pypdf.PdfReader(io.BytesIO(content))
        if document.is_encrypted and not document.decrypt(""):
            raise LetterUnreadable("PDF ini terkunci kata sandi.")
        return "\n".join(page.extract_text() for page in document.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        if isinstance(error, LetterUnreadable):
            raise
        raise LetterUnreadable("PDF rusak atau tidak dapat dibaca.") from error


def _docx(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _LARGEST_UNPACKED:
                raise LetterUnreadable("Isi DOCX terlalu besar.")
        document = Document(io.BytesIO(content))
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        if isinstance(error, LetterUnreadable):
            raise
        raise LetterUnreadable("DOCX rusak atau bukan dokumen Word.") from error
    return "\n".join(_paragraphs(document))


def _paragraphs(document: DocumentObject) -> Iterator[str]:
    """Paragraphs and the cells of tables, in the order of the page."""
    for element in document.element.body.iterchildren():
        if element.tag == qn("w:p"):
            yield Paragraph(element, document).text
        elif element.tag == qn("w:tbl"):
            for row in Table(element, document).rows:
                yield "\t".join(cell.text for cell in row.cells)
