"""A URL into a file: whole and verified, or not at all."""

from __future__ import annotations

import copy
import errno
import http.client
import os
import time
import urllib.error
import urllib.request

from ._digest import digest_file, parse_digest
from ._part import Part
from ._progress import Progress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from email.message import Message

__all__ = ["download"]

_BLOCK_BYTES = 1 << 18
_LONGEST_PAUSE = 60  # seconds, whatever Retry-After asks for
_NETWORK = ("http", "https", "ftp")
# RFC 9110 15.5.9, RFC 6585 4, RFC 8470 5.2; servers that fail are tried again as well.
_TRY_AGAIN = (408, 425, 429)


def download(
    url: str | urllib.request.Request, path: str | os.PathLike[str], sha256: str | None = None, *, timeout: float = 60,
    attempts: int = 5, pause: float = 1,
) -> str:
    """Fetch a URL into a file, and return the file's path.

    The file appears under its name when it is whole and, where `sha256` is given, has this
    digest; until then it grows beside it as `.NAME.part`.  A file that has the digest
    already is left alone, and nothing is fetched.  A connection that breaks, stays silent
    for `timeout` seconds or cannot be made, and a server that is busy or fails, are tried
    again, `attempts` times without a byte of progress, after `pause` seconds, then twice as
    long, and so on, or when the server's Retry-After says; the download goes on where it
    was, if the server offers that and still has the same file.  With `sha256` so does one
    whose script was ended.  A terminal on stderr shows how far it is.

    Proxies, certificates and redirections are those of `urllib.request`, which an opener
    of the script's can change.

    Raises ValueError for a URL that is none, and for content with another digest;
    urllib.error.HTTPError, URLError and ContentTooShortError, http.client.HTTPException;
    OSError for the file, as when there is no space left.  After an error nothing is left
    behind, and a file that was there before is as it was.
    """
    target = os.fspath(path)
    digits = parse_digest("sha256", sha256) if sha256 is not None else None
    request = url if isinstance(url, urllib.request.Request) else urllib.request.Request(url)
    if os.path.isdir(target):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), target)
    if digits is not None and os.path.isfile(target) and digest_file(target, "sha256") == digits:
        return target
    with Part(target, request.full_url, digits is not None) as part, Progress(os.path.basename(target)) as progress:
        transfer = _Transfer(request, part, progress, timeout)
        transfer.complete(attempts, pause)
        if digits is not None:
            found = part.digest()
            if found != digits and transfer.is_resumed:
                part.restart()  # what was there before may have been of another file
                transfer.complete(attempts, pause)
                found = part.digest()
            if found != digits:
                raise ValueError(f"{request.full_url}: the file's sha256 is {found}, not {digits}; nothing was saved")
        part.publish()
    return target


class _Transfer:
    """The exchanges that fill a part."""

    def __init__(self, request: urllib.request.Request, part: Part, progress: Progress, timeout: float) -> None:
        self._request = request
        self._part = part
        self._progress = progress
        self._timeout = timeout
        self.is_resumed = False
        self._announced: int | None = None  # how many bytes the server said there are

    def complete(self, attempts: int, pause: float) -> None:
        """Until all is there, or an error that trying again does not help."""
        best = self._part.size
        failures = 0
        while True:
            try:
                return self._attempt()
            except _LocalFailure as failure:
                raise failure.error from None
            except (OSError, http.client.HTTPException) as error:
                failures = 1 if self._part.size > best else failures + 1
                best = max(best, self._part.size)
                if failures >= attempts or self._request.type not in _NETWORK or _is_final(error):
                    raise
                wait = _asked_pause(error)
                if isinstance(error, urllib.error.HTTPError):
                    error.close()
            time.sleep(min(pause * 2 ** (failures - 1), _LONGEST_PAUSE) if wait is None else wait)

    def _attempt(self) -> None:
        size, validator = self._part.size, self._part.validator
        resumes = size > 0 and validator is not None
        request = copy.copy(self._request)  # redirections and proxies write into it
        request.headers, request.unredirected_hdrs = dict(request.headers), dict(request.unredirected_hdrs)
        if not request.has_header("Accept-encoding"):
            request.add_header("Accept-Encoding", "identity")
        if resumes:
            request.add_header("Range", f"bytes={size}-")
            request.add_header("If-Range", validator)
        try:
            response = urllib.request.urlopen(request, timeout=self._timeout)
        except urllib.error.HTTPError as error:
            if not resumes or error.code != 416:
                raise
            if error.headers.get("Content-Range", "").replace(" ", "") == f"bytes*/{size}" and self._announced in (None, size):
                error.close()
                self.is_resumed = True
                return  # all of it is there: RFC 9110 15.5.17
            with _Local():
                self._part.restart()
            raise
        with response:
            self._receive(response, size if resumes else 0)

    def _receive(self, response: http.client.HTTPResponse, size: int) -> None:
        total, validator = _whole_size(response, size), _validator(response.headers)
        if getattr(response, "status", None) == 206:
            if size == 0 or not _begins_at(response, size):
                self._refuse(f"not the range that was asked for: {response.headers.get('Content-Range')}")
            validator = self._part.validator
            name = "ETag" if validator.startswith('"') else "Last-Modified"
            found = response.headers.get(name, validator).strip()
            if found != validator:  # whatever If-Range said: pieces of two files are not put together, RFC 9110 15.3.7.3
                self._refuse(f"a range of another file: its {name} is {found}, not {validator}")
            if total is None:
                total = self._announced
            elif self._announced not in (None, total):
                self._refuse(f"a range of another file: one of {total} bytes, not {self._announced}")
            self.is_resumed = True
        else:  # the whole: there are no ranges, or it is another file by now
            size = 0
            self.is_resumed = False
        self._announced = total
        with _Local():
            self._part.begin(size, validator)
        read = getattr(response, "read1", response.read)  # what is there, so that a silent server costs nothing of it
        block = read(_BLOCK_BYTES)
        while block:
            with _Local():
                self._part.write(block)
            if total is not None and self._part.size > total:
                self._refuse(f"more than the {total} bytes that the server said there are")
            self._progress.show(self._part.size, total)
            block = read(_BLOCK_BYTES)
        if total is not None and self._part.size != total:
            raise urllib.error.ContentTooShortError(
                f"retrieval incomplete: got only {self._part.size} out of {total} bytes", (None, response.headers)
            )

    def _refuse(self, why: str) -> None:
        with _Local():
            self._part.restart()
        raise http.client.HTTPException(why)


class _LocalFailure(Exception):
    """Something is wrong with the file, not with the network."""

    def __init__(self, error: OSError) -> None:
        super().__init__(error)
        self.error = error


class _Local:
    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: object, _: object) -> None:
        if isinstance(error, OSError):
            raise _LocalFailure(error) from None


def _whole_size(response: http.client.HTTPResponse, size: int) -> int | None:
    if size > 0:
        whole = response.headers.get("Content-Range", "").rpartition("/")[2].strip()
        return int(whole) if whole.isdecimal() else None
    length = response.headers.get("Content-Length", "").strip()
    return int(length) if length.isdecimal() else None


def _begins_at(response: http.client.HTTPResponse, size: int) -> bool:
    unit, _, span = response.headers.get("Content-Range", "").strip().partition(" ")
    return unit.lower() == "bytes" and span.strip().partition("-")[0] == str(size)


def _validator(headers: Message) -> str | None:
    """What If-Range may name: a strong entity tag, or a date that is old enough to be one. RFC 9110 13.1.5, 8.8.2.2."""
    if headers.get("Accept-Ranges", "").strip().lower() == "none":
        return None
    tag = headers.get("ETag", "").strip()
    if tag:
        return tag if tag.startswith('"') else None
    modified = headers.get("Last-Modified", "").strip()
    if not modified:
        return None
    from email.utils import parsedate_to_datetime

    try:
        age = parsedate_to_datetime(headers.get("Date", "")) - parsedate_to_datetime(modified)
    except (TypeError, ValueError):
        return None
    return modified if age.total_seconds() >= 60 else None


def _is_final(error: Exception) -> bool:
    """Whether the same would happen again."""
    if isinstance(error, urllib.error.HTTPError):
        return error.code < 500 and error.code not in (*_TRY_AGAIN, 416)
    reason = getattr(error, "reason", error)
    if isinstance(error, http.client.InvalidURL) or type(reason).__name__ == "SSLCertVerificationError":
        return True
    if isinstance(error, urllib.error.ContentTooShortError) or not isinstance(error, urllib.error.URLError):
        return False
    # urllib's own words for what it does not know or want: "unknown url type: x"; the network's are exceptions.
    return isinstance(reason, str)


def _asked_pause(error: Exception) -> float | None:
    """In seconds; Retry-After is a number of them or a date. RFC 9110 10.2.3."""
    asked = error.headers.get("Retry-After", "").strip() if isinstance(error, urllib.error.HTTPError) else ""
    if not asked:
        return None
    if asked.isdecimal():
        return min(int(asked), _LONGEST_PAUSE)
    from email.utils import parsedate_to_datetime

    try:
        seconds = parsedate_to_datetime(asked).timestamp() - time.time()
    except (TypeError, ValueError, OverflowError):
        return None
    return min(max(seconds, 0), _LONGEST_PAUSE)
