"""Popen.communicate on Windows reads each of a child's streams in a thread; here one loop waits for all of them.

The signature and what is kept between calls are those of CPython's Lib/subprocess.py.
"""

import os
import time

__all__ = ["apply"]

_BLOCK = 32768


def apply(module) -> None:
    """Runs after CPython's subprocess.py."""
    module.Popen._communicate = _communicate_of(module.TimeoutExpired)


def _communicate_of(timeout_expired: type):
    def _communicate(self, input, endtime, orig_timeout):
        streams = [stream for stream in (self.stdout, self.stderr) if stream is not None]
        if not self._communication_started:
            self._received = {stream: [] for stream in streams}
            self._unsent = memoryview(_as_bytes(self.stdin, input))
            if self.stdin and not self._unsent:
                _close(self.stdin)
        while not _exchange(self, streams, endtime):
            raise timeout_expired(self.args, orig_timeout)
        return tuple(None if stream is None else _joined(stream, self._received[stream]) for stream in (self.stdout, self.stderr))

    return _communicate


def _exchange(self, streams, endtime) -> bool:
    """Whether all that the child says has been read, and its input been written, in time."""
    from select import select

    while True:
        reading = [stream for stream in streams if not stream.closed]
        writing = [self.stdin] if self.stdin and not self.stdin.closed else []
        if not reading and not writing:
            return True
        left = None if endtime is None else endtime - time.monotonic()
        if left is not None and left <= 0:
            return False
        ready, free, _ = select(reading, writing, (), left)
        for stream in ready:
            block = os.read(stream.fileno(), _BLOCK)
            self._received[stream].append(block)
            if not block:
                stream.close()
        if free:
            _send(self)


def _send(self) -> None:
    try:
        self._unsent = self._unsent[os.write(self.stdin.fileno(), self._unsent[:512]) :]
    except OSError:  # the child reads no more (Lib/subprocess.py, _stdin_write)
        self._unsent = self._unsent[:0]
    if not self._unsent:
        _close(self.stdin)


def _close(stream) -> None:
    try:
        stream.close()
    except OSError:
        pass


def _as_bytes(stream, given) -> bytes:
    if not given:
        return b""
    return given.replace("\n", os.linesep).encode(stream.encoding, stream.errors) if isinstance(given, str) else given


def _joined(stream, blocks):
    data = b"".join(blocks)
    if not hasattr(stream, "encoding"):
        return data
    return data.decode(stream.encoding, stream.errors).replace("\r\n", "\n").replace("\r", "\n")
