"""Archives without the time at which they were made: the same answer is the same bytes on any day."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

#: The first moment that an archive can name; it stands for none.
MOMENT = datetime(1980, 1, 1)  # noqa: DTZ001 (an archive has no time zones)


def undated(content: bytes) -> bytes:
    """The same archive, its parts in their order, all of the moment that stands for none."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as whole, zipfile.ZipFile(made, "w") as archive:
        for name in whole.namelist():
            part = zipfile.ZipInfo(name, MOMENT.timetuple()[:6])
            archive.writestr(part, whole.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
