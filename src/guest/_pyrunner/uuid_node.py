"""The hardware address for ``uuid``: asked of the host, where CPython has libuuid or starts ip and ifconfig."""

from _pyrunner import call

__all__ = ["apply"]


def apply(module) -> None:
    """Runs after CPython's uuid.py; what it knows itself comes after this."""

    def _host_getnode():
        """Get the hardware address of an interface that is up, of a universally administered one if there is any."""
        addresses = [int(text.replace(":", ""), 16) for text in call("identity.hardware_addresses")]
        return next(filter(module._is_universal, addresses), addresses[0] if addresses else None)

    module._GETTERS.insert(0, _host_getnode)
