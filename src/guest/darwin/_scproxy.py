"""macOS' proxies for ``urllib.request``: CPython Modules/_scproxy.c, over scutil(8), which prints the same dictionary.

Where scutil tells nothing there are no proxies, as in an empty dictionary.  A PAC file
and what is found by WPAD are named there and not followed: CPython does not either.
"""

__all__ = []

_PROGRAM = "/usr/sbin/scutil"
_NAMES = {"http": "HTTP", "https": "HTTPS", "ftp": "FTP", "gopher": "Gopher", "socks": "SOCKS"}  # of kSCPropNetProxies…


def _get_proxy_settings() -> dict:
    found = _dictionary()
    settings: dict = {"exclude_simple": bool(_number(found.get("ExcludeSimpleHostnames")))}
    exceptions = found.get("ExceptionsList")
    if isinstance(exceptions, tuple):
        settings["exceptions"] = exceptions
    return settings


def _get_proxies() -> dict[str, str]:
    found = _dictionary()
    proxies = {}
    for protocol, name in _NAMES.items():
        host, port = found.get(f"{name}Proxy"), found.get(f"{name}Port")
        if _number(found.get(f"{name}Enable")) and host is not None:
            proxies[protocol] = f"http://{host}" if port is None else f"http://{host}:{_number(port)}"
    return proxies


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() else 0


def _dictionary() -> dict:
    from _pyrunner import proxy_settings

    return proxy_settings.read("scutil", _PROGRAM) or {}
