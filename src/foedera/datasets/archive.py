"""Files out of zip archives, also of archives inside archives, bounded in size."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from foedera.datasets.imported import DatasetError
from foedera.datasets.table import MAX_BYTES


def unpack(archive: str, content: bytes, names: tuple[str, ...]) -> bytes:
    """The bytes of a file inside an archive.

    Args:
        archive: name of the archive, for messages.
        content: the archive.
        names: name of the file, after the names of the archives in between; folders do not matter.

    Raises:
        DatasetError: it is no archive, is damaged, or has no such file.
    """
    for name in names:
        content = _member(archive, content, name)
        archive = name
    return content


def _member(archive: str, content: bytes, name: str) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            found = [info for info in opened.infolist() if PurePosixPath(info.filename).name.lower() == name.lower()]
            found = [info for info in found if not info.filename.startswith("__MACOSX/")]
            if not found:
                held = ", ".join(info.filename for info in opened.infolist()[:5])
                raise DatasetError(f"{archive}: there is no '{name}' in the archive", f"it holds: {held[:300]}")
            with opened.open(found[0]) as stream:
                data = stream.read(MAX_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        said = str(error)[:120] or type(error).__name__
        raise DatasetError(f"{archive}: the archive cannot be read: {said}", "download it again") from None
    if len(data) > MAX_BYTES:
        raise DatasetError(f"{archive}: '{name}' is larger than {MAX_BYTES:,} bytes")
    return data
