"""Puts what a command made where it was told to: a file or a folder of files, each whole or not at all."""

import os
import shutil
from pathlib import Path

from app.failing import Unusable
from bot.wording import many


def is_folder(path: Path) -> bool:
    """What may hold several files: a folder that there is, or a name without an ending."""
    return path.is_dir() or not (path.suffix or path.exists())


def put(texts: dict[str, bytes], output: Path, *, folder: bool) -> str:
    """Into the folder by their names, or into the file; where that is, in words."""
    try:
        if not folder:
            _write(output, b"".join(texts.values()))
            return str(output)
        output.mkdir(parents=True, exist_ok=True)
        for file, content in texts.items():
            _write(output / file, content)
    except OSError as error:
        raise Unusable(f"{output} cannot be written: {error.strerror or error}.") from error
    return str(output / next(iter(texts))) if len(texts) == 1 else f"{many(len(texts), 'file')} to {output}"


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: written beside it, then put in its place."""
    if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe, a device
        path.write_bytes(content)
        return
    place = path.resolve()
    beside = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(content)
        if place.exists():
            shutil.copymode(place, beside)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)
