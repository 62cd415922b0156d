"""The code pages of Windows: the host's, and not offered, which ``encodings`` must be told when it asks for one."""

import _codecs
import codecs

from _pyrunner.host_functions import refused

__all__ = ["install"]

_NO_CODE_PAGE = "the code pages of Windows are not offered"


def install() -> None:
    """encodings asks for any name that it does not know and that begins with "cp"."""
    for name in ("code_page_decode", "code_page_encode"):
        function = refused(name, _NO_CODE_PAGE)
        function.__module__ = "_codecs"
        setattr(_codecs, name, function)
        setattr(codecs, name, function)
