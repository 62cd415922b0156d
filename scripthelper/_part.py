"""The part of a file that has arrived: beside the file that it is to become, until it is whole."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat

from ._digest import digest_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Part"]


class Part:
    """A context manager; left by an Exception, or published, the part is gone.

    What a script that was ended left behind can be taken up again: `.NAME.part`, and
    `.NAME.part.json` with the URL and the validator (RFC 9110 8.8) that it belongs to.
    Whoever does so has to verify the whole: after a loss of power the system may have
    kept a file's length and not its last bytes.  Of two scripts with the same target one
    has these names, the other works on names of its own and takes up nothing.
    """

    def __init__(self, target: str, url: str, is_verified: bool) -> None:
        self._target = target
        self._url = url
        self._is_verified = is_verified
        self._descriptor: int | None = None
        self.size = 0
        self.validator: str | None = None

    def __enter__(self) -> Part:
        folder, name = os.path.split(self._target)
        if len(os.fsencode(name)) > _LONGEST_NAME_BYTES:
            name = hashlib.sha256(os.fsencode(name)).hexdigest()
        self._path = os.path.join(folder, f".{name}.part")
        try:
            self._descriptor = self._open_shared()
        except OSError:
            self._path = os.path.join(folder, f".{name}.{os.getpid()}-{os.urandom(4).hex()}.part")
            with self._named():
                self._descriptor = os.open(self._path, _FLAGS | os.O_CREAT | os.O_EXCL, 0o666)
        self._take_up()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._descriptor is not None and not self._keeps(kind):
            if _REMOVES_OPEN:
                self._remove()  # while the lock is held: nobody takes up what is about to go
                self._close()
            else:
                self._close()
                self._remove()
        self._close()

    def _keeps(self, kind: type[BaseException] | None) -> bool:
        """KeyboardInterrupt and its like end the script and are no fault of the download."""
        ends = kind is not None and not issubclass(kind, Exception)
        return ends and self._is_verified and self.validator is not None and self.size > 0

    def _open_shared(self) -> int:
        """OSError where another script has it, or what lies there is not ours."""
        while True:
            descriptor = os.open(self._path, _FLAGS | os.O_CREAT, 0o666)
            try:
                _lock(descriptor)
                _check_owner(descriptor)
                # Who had it may have removed it between the two.
                if not _REMOVES_OPEN or _is_at(descriptor, self._path):
                    return descriptor
            except BaseException:
                os.close(descriptor)
                raise
            os.close(descriptor)

    def _take_up(self) -> None:
        self.validator = self._noted_validator() if self._is_verified else None
        if self.validator is not None:
            self.size = os.lseek(self._descriptor, 0, os.SEEK_END)
        else:
            self.restart()

    def _noted_validator(self) -> str | None:
        try:
            with open(f"{self._path}.json", encoding="utf-8") as file:
                noted = json.load(file)
            return str(noted["validator"]) if noted["url"] == self._url else None
        except (OSError, ValueError, KeyError, TypeError):  # it is not there, or not whole
            return None

    def begin(self, size: int, validator: str | None) -> None:
        """Go on behind the first `size` bytes, of a file that is now known by this validator."""
        if size != self.size or validator != self.validator:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(f"{self._path}.json")  # first: it must not name what is not there any more
        self._truncate(size)
        if validator is not None and (validator != self.validator or not os.path.exists(f"{self._path}.json")):
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
            with self._named(), open(os.open(f"{self._path}.json", flags, 0o666), "w", encoding="utf-8") as file:
                json.dump({"url": self._url, "validator": validator}, file)
        self.validator = validator

    def restart(self) -> None:
        """Forget what has arrived."""
        self.validator = None
        with contextlib.suppress(FileNotFoundError):
            os.unlink(f"{self._path}.json")
        self._truncate(0)

    def write(self, block: bytes) -> None:
        view = memoryview(block)
        while view:
            with self._named():
                count = os.write(self._descriptor, view)
            self.size += count
            view = view[count:]

    def digest(self) -> str:
        """The sha256 of what has arrived."""
        return digest_file(self._path, "sha256")

    def publish(self) -> None:
        """Give it its name, in place of what had it."""
        with self._named():
            os.fsync(self._descriptor)
        if not _REMOVES_OPEN:
            self._close()
        os.replace(self._path, self._target)
        self._close()
        with contextlib.suppress(FileNotFoundError):
            os.unlink(f"{self._path}.json")

    def _truncate(self, size: int) -> None:
        with self._named():
            os.ftruncate(self._descriptor, size)
        os.lseek(self._descriptor, size, os.SEEK_SET)
        self.size = size

    @contextlib.contextmanager
    def _named(self) -> Iterator[None]:
        """Errors of a descriptor say which file it was."""
        try:
            yield
        except OSError as error:
            error.filename = self._target
            raise

    def _remove(self) -> None:
        for path in (f"{self._path}.json", self._path):
            with contextlib.suppress(OSError):
                os.unlink(path)

    def _close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
        self._descriptor = None


_LONGEST_NAME_BYTES = 200  # of the 255 that file systems take; the names beside it are longer
_FLAGS = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_REMOVES_OPEN = os.name == "posix"  # Windows renames and removes no file that is open


def _is_at(descriptor: int, path: str) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(path))
    except FileNotFoundError:
        return False


def _check_owner(descriptor: int) -> None:
    """In a folder of many, somebody else could have put a file there and go on writing to it."""
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode) or status.st_nlink != 1 or (os.name == "posix" and status.st_uid != os.geteuid()):
        raise PermissionError("it belongs to somebody else")


def _lock(descriptor: int) -> None:
    try:
        import fcntl
    except ImportError:
        import msvcrt

        try:
            os.lseek(descriptor, _FAR_BYTES, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            raise BlockingIOError("another script has it") from None
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_FAR_BYTES = (1 << 31) - 2  # a lock of Windows keeps others from reading too: it lies where no byte of the file is
