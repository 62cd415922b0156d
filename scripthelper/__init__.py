"""What scripts that are pushed to a client need beyond the standard library.

    import scripthelper as sh

    with sh.run_once(sh.env("MSI_HASH")) as needed:
        if needed:
            sh.download(sh.env("MSI_URL"), "setup.msi", sha256=sh.env("MSI_HASH"))
            outcome = sh.install_msi("setup.msi", "/qn")
            sh.log(outcome)
            if not outcome:
                raise SystemExit(outcome.code)

digest_file, verify_file      a file's digest, and whether it is the right one
download                      a URL into a file: whole and verified, or not at all
run_once                      do something once per machine or user
open_url, notify              show the user a page, or a message
log, env                      tell the client something; what it has set
platform, is_admin            where the script runs, and with which rights
install_msi                   install a package on Windows, and what came of it

Works inside py-runner and under CPython 3.9 or newer alike.  Each function lies in
a file of its own kind, which is loaded when the function is first used.
"""

__all__ = [
    "digest_file", "download", "env", "install_msi", "is_admin", "log", "notify", "open_url", "platform", "run_once",
    "verify_file",
]

TYPE_CHECKING = False
if TYPE_CHECKING:  # as typing's, which is true for whoever reads types
    from ._client import env as env, log as log
    from ._desktop import notify as notify, open_url as open_url
    from ._digest import digest_file as digest_file, verify_file as verify_file
    from ._download import download as download
    from ._machine import is_admin as is_admin, platform as platform
    from ._msi import install_msi as install_msi
    from ._once import run_once as run_once
del TYPE_CHECKING

_PLACES = {
    "digest_file": "_digest", "download": "_download", "env": "_client", "install_msi": "_msi", "is_admin": "_machine",
    "log": "_client", "notify": "_desktop", "open_url": "_desktop", "platform": "_machine", "run_once": "_once",
    "verify_file": "_digest",
}


def __getattr__(name: str) -> object:
    place = _PLACES.get(name)
    if place is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(f"{__name__}.{place}"), name)
    return value


def __dir__() -> "list[str]":
    return sorted({*globals(), *__all__})
