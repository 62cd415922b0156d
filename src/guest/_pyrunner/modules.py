"""Modules that this build replaces, and those that get something added after they are imported."""

import sys

from _pyrunner import absent, persona

__all__ = ["install"]

# Imported name -> frozen module whose ``apply(module)`` runs when CPython's own module has been executed.
_OVERLAYS = {
    "http.client": "_pyrunner.http_connection",
    "socket": "_pyrunner.socket_gaps",
    "threading": "_pyrunner.threading_gaps",
    "traceback": "_pyrunner.traceback_frames",
    "uuid": "_pyrunner.uuid_node",
    **persona.OVERLAYS,
}


class OverlayFinder:
    """A finder in front of the path that lets CPython's module load, then adds to it."""

    @staticmethod
    def find_spec(name: str, path=None, target=None):
        overlay = _OVERLAYS.get(name)
        if overlay is None:
            return None
        from importlib.machinery import PathFinder

        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            _extend(spec.loader, overlay)
        return spec


def _extend(loader, overlay: str) -> None:
    execute = loader.exec_module

    def exec_module(module) -> None:
        del loader.exec_module  # the instance's; the class's own stays
        execute(module)
        from importlib import import_module

        import_module(overlay).apply(module)

    loader.exec_module = exec_module


def install() -> None:
    sys.meta_path.insert(len(sys.meta_path) - 1, OverlayFinder)
    sys.meta_path.append(absent.AbsentFinder)
