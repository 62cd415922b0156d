"""http and https of ``urllib.request`` through the host.

Only what opens a connection is replaced.  Redirects, cookies, authentication,
proxies and errors stay with CPython's handlers, and so does AbstractHTTPHandler.do_open.
"""

__all__ = ["apply"]


def apply(module) -> None:
    """Runs after CPython's urllib/request.py."""
    module.HTTPHandler.http_open = _http_open
    module.HTTPSHandler.https_open = _https_open


def _http_open(self, req):
    from _pyrunner.http_connection import HostConnection, in_place_of

    return self.do_open(in_place_of("HTTPConnection", HostConnection), req)


def _https_open(self, req):
    from _pyrunner.http_connection import SecureHostConnection, in_place_of

    return self.do_open(in_place_of("HTTPSConnection", SecureHostConnection), req, context=self._context)
