"""The functions of Python 2's `urllib`, over urllib.request and urllib.parse.

Source of the behaviour: Python 2.7 documentation, "urllib", and Python 2.7.18 as
seen. A page that comes with an error status is a page: `urlopen` returns it and
`urlretrieve` saves it, where urllib.request raises HTTPError. Only a 401 or 407
that no Basic user name could help is an error. Failures are IOErrors that begin
with Python 2's words: ('socket error', reason).

Different: there is no URLopener and no FancyURLopener. Nobody is asked for user
name and password: a server that wants them gets none, and its page is returned.
`read` returns bytes.
"""

import atexit
import http.client
import os
import re
import tempfile
from base64 import b64encode
from email.utils import formatdate
from urllib import error, parse, request, response
from urllib.error import ContentTooShortError
from urllib.request import getproxies

from .python2_headers import Headers
from .python2_quote import pathname2url, quote, quote_plus, unquote, unquote_plus, url2pathname, urlencode

__all__ = [
    "ContentTooShortError", "getproxies", "pathname2url", "quote", "quote_plus", "unquote", "unquote_plus", "url2pathname",
    "urlcleanup", "urlencode", "urlopen", "urlretrieve",
]


def urlopen(url, data=None, proxies=None, context=None) -> response.addinfourl:
    """Open a URL, or a local file if it names no scheme. `data` is sent by POST."""
    url = _as_sent(url)
    scheme = _scheme(url)
    if scheme in ("", "file"):
        return _open_local(url)
    if scheme not in ("http", "https", "ftp", "data"):
        raise OSError("url error", "unknown url type", scheme)
    try:
        page = _opener(proxies, context)(_request(url, scheme, data))
        return response.addinfourl(page, Headers(page.headers.items()), page.geturl(), page.code)
    except error.HTTPError as page:
        return _error_page(page, url, data)
    except error.URLError as failure:
        reason = failure.reason
        raise OSError("socket error" if isinstance(reason, OSError) else "url error", reason) from None
    except http.client.HTTPException:
        raise OSError("http protocol error", "got a bad status line") from None


def urlretrieve(url, filename=None, reporthook=None, data=None, context=None) -> tuple:
    """Copy a URL to a file and return (filename, headers).

    Without `filename` a local file stays where it is, and anything else goes to a
    temporary file that is removed at exit. `reporthook` gets the number of blocks
    so far, the size of a block and the size of the whole in bytes, −1 if unknown.
    """
    url = _as_sent(url)
    with urlopen(url, data, context=context) as page:
        headers = page.info()
        if not filename and _scheme(url) in ("", "file"):
            return _local_path(url), headers
        size = int(headers.get("content-length", -1))
        with open(filename, "wb") if filename else _temporary_file(url) as copy:
            read = _copy(page, copy, size, reporthook)
    if read < size:
        raise ContentTooShortError(f"retrieval incomplete: got only {read} out of {size} bytes", (copy.name, headers))
    return copy.name, headers


def urlcleanup() -> None:
    """Remove the temporary files that `urlretrieve` made."""
    while _temporary_names:
        try:
            os.unlink(_temporary_names.pop())
        except OSError:
            pass  # the script moved or removed it


_temporary_names: list = []


def _temporary_file(url: str):
    suffix = os.path.splitext(parse.urlsplit(url).path)[1]
    file = tempfile.NamedTemporaryFile(suffix=suffix, delete=False)
    if not _temporary_names:
        atexit.register(urlcleanup)
    _temporary_names.append(file.name)
    return file


def _copy(page, copy, size: int, reporthook) -> int:
    """Copy all of a page. 8 KiB is what a hook expects; without one, fewer and larger blocks."""
    block = 8192 if reporthook else 262_144
    count = read = 0
    if reporthook:
        reporthook(count, block, size)
    while data := page.read(block):
        copy.write(data)
        read += len(data)
        count += 1
        if reporthook:
            reporthook(count, block, size)
    return read


def _as_sent(url) -> str:
    """A URL as Python 2 sent it: blanks and bytes beyond ASCII quoted, what was quoted left alone."""
    return parse.quote(parse.unwrap(url), "%/:=&?~#+!$,;'@()*[]|", "utf-8", "surrogateescape")


def _scheme(url: str) -> str:
    found = re.match(r"([^/:]+):", url)
    return found[1].lower() if found else ""


def _request(url: str, scheme: str, data) -> request.Request:
    headers = {"User-Agent": "Python-urllib/1.17", "Accept": "*/*"}
    if scheme in ("http", "https"):
        parts = parse.urlsplit(url)
        if not parts.netloc:
            raise OSError("http error", "no host given")
        login, at, host = parts.netloc.rpartition("@")
        if at:
            headers["Authorization"] = "Basic " + b64encode(parse.unquote_to_bytes(login)).decode("ascii")
            url = parts._replace(netloc=host).geturl()
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogateescape")
    return request.Request(url, data, headers)


def _opener(proxies, context):
    if proxies is None:
        return lambda wanted: request.urlopen(wanted, context=context)
    handlers = [request.ProxyHandler(proxies)]
    if context is not None:
        handlers.append(request.HTTPSHandler(context=context))
    return request.build_opener(*handlers).open


def _error_page(page: error.HTTPError, url: str, data) -> response.addinfourl:
    """What Python 2 made of a status that is not 2xx, and of a redirection that cannot be followed."""
    code, headers = page.code, Headers(page.headers.items())
    if code in (401, 407) and not (code == 401 and headers.get("www-authenticate", "").lower().startswith("basic ")):
        raise OSError("http error", code, page.reason) from None
    target = headers.get("location")
    if code in (301, 302, 303, 307) and target:
        if _scheme(parse.urljoin(url, target)) not in ("http", "https", "ftp"):
            raise OSError("redirect error", code, page.reason) from None
        if code != 307 or data is None:
            code = 500  # it leads in a circle
    return response.addinfourl(page, headers, page.geturl(), code)


def _local_path(url: str) -> str:
    rest = url.partition(":")[2] if _scheme(url) else url
    if rest.startswith("//"):
        host, slash, path = rest[2:].partition("/")
        if host.lower() not in ("", "localhost"):
            raise OSError("local file error", "not on local host")
        rest = slash + path
    return url2pathname(rest)


def _open_local(url: str) -> response.addinfourl:
    from mimetypes import guess_type
    path = _local_path(url)
    stream = open(path, "rb")
    status = os.fstat(stream.fileno())
    headers = Headers({
        "Content-Type": guess_type(path)[0] or "text/plain",
        "Content-Length": str(status.st_size),
        "Last-modified": formatdate(status.st_mtime, usegmt=True),
    }.items())
    return response.addinfourl(stream, headers, "file://" + pathname2url(path) if path.startswith("/") else url)
