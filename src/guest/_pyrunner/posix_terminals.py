"""New pseudo-terminals for the C module ``posix``, whose C library has the parts of openpty(3) and not the whole."""

import posix

__all__ = ["FUNCTIONS"]


def openpty():
    """Open a pseudo-terminal; a pair of its master and the terminal."""
    master = posix.posix_openpt(posix.O_RDWR | posix.O_NOCTTY)
    try:
        posix.grantpt(master)
        posix.unlockpt(master)
        return master, posix.open(posix.ptsname(master), posix.O_RDWR | posix.O_NOCTTY)
    except BaseException:
        posix.close(master)
        raise


FUNCTIONS = (openpty,)
