"""Values kept between runs in the user's cache folder.

A cache that cannot be read or written costs time, never an answer.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterable

from proclogic import __version__

MAGIC = b"proclogic cache 1\n"
KEPT = 400  # files in the folder
PLAIN, OBJECTS = b"m", b"p"  # written by marshal (plain data: quick), or by pickle


def folder() -> str:
    """The folder of the cache, which need not exist; "" when the system names none."""
    given = os.environ.get("PROCLOGIC_CACHE_DIR")
    if given:
        return given
    try:
        home = os.path.expanduser("~")
    except (KeyError, OSError, RuntimeError):
        return ""
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(base, "proclogic") if os.path.isabs(base) else ""


def stamp(folders: Iterable[str]) -> str:
    """What tells states of the program apart: its version, and when the code in these folders was changed."""
    newest = size = 0
    for folder in folders:
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.endswith((".py", ".lark", ".lp")):
                        state = entry.stat()
                        newest, size = max(newest, state.st_mtime_ns), size + state.st_size
        except OSError:
            continue
    return f"{__version__} {newest} {size}"


def key(code: Iterable[str], *parts: object) -> str:
    """The key of a value that was made from `parts` by the code in these folders of the package ("" is the package
    itself)."""
    here = os.path.dirname(os.path.abspath(__file__))
    return digest(repr((stamp(os.path.join(here, name) for name in code), *parts)).encode())[:40]


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hex digits."""
    try:
        from _sha2 import sha256  # type: ignore[import-not-found]  # as in hashlib, which is slow to load
    except ImportError:
        try:
            from _sha256 import sha256  # type: ignore[import-not-found]
        except ImportError:
            from hashlib import sha256
    return str(sha256(data).hexdigest())


def _path(kind: str, key: str) -> str:
    place = folder()
    return os.path.join(place, f"{kind}-{key}.cache") if place else ""


def load(kind: str, key: str) -> object | None:
    """The value stored under `kind` and `key`, or None. Never raises."""
    path = _path(kind, key)
    if not path:
        return None
    try:
        with open(path, "rb") as file:
            data = file.read()
        head = len(MAGIC)
        if data[:head] != MAGIC or len(data) < head + 5:
            return None
        body = memoryview(data)[head + 5 :]
        if zlib.crc32(body) != int.from_bytes(data[head + 1 : head + 5], "big"):
            return None
        if data[head : head + 1] == PLAIN:
            import marshal

            plain: object = marshal.loads(body)
            return plain
        import pickle

        value: object = pickle.loads(body)
        return value
    except Exception:  # whatever a damaged file makes the readers raise, the value is made anew
        return None


def store(kind: str, key: str, value: object) -> None:
    """Keeps a value under `kind` and `key`: another process sees all of it or nothing. Never raises."""
    path = _path(kind, key)
    if not path:
        return
    part = f"{path}.{os.getpid()}.part"
    try:
        mark, body = _written(value)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(part, "wb") as file:
            file.write(MAGIC + mark + zlib.crc32(body).to_bytes(4, "big") + body)
        os.replace(part, path)
        _make_room(os.path.dirname(path))
    except Exception:  # a full disk, a folder that may not be written, a value that cannot be pickled
        _forget(part)


def _make_room(place: str) -> None:
    """Drops the oldest values when there are more than KEPT: every change of a text leaves one behind."""
    with os.scandir(place) as entries:
        found = [e for e in entries if e.name.endswith(".cache")]
    if len(found) > KEPT:
        found.sort(key=lambda e: e.stat().st_mtime_ns)
        for entry in found[: len(found) - KEPT * 3 // 4]:
            _forget(entry.path)


def _forget(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def _written(value: object) -> tuple[bytes, bytes]:
    import marshal

    try:
        return PLAIN, marshal.dumps(value)  # type: ignore[arg-type]
    except ValueError:
        import pickle

        return OBJECTS, pickle.dumps(value, protocol=5)
