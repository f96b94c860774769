"""No door takes a file: none is written to the disk, and no form may be longer than the others."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from typing_extensions import override


class NoFiles(FileUploadHandler):
    """The library's own limit on a body leaves multipart forms out; here it holds for them, too."""

    @override
    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, str],
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        if limit is not None and content_length > limit:
            raise RequestDataTooBig(f"multipart form of more than {limit} bytes")

    @override
    def new_file(self, *args: Any, **kwargs: Any) -> None:
        raise SkipFile

    @override
    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        return None

    @override
    def file_complete(self, file_size: int) -> None:
        return None
