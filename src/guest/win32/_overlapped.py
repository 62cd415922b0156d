"""Overlapped input and output of Win32, which asyncio's event loop on Windows stands on: not offered, so no loop can be made.

CPython Modules/overlapped.c; asyncio imports it to load at all.
"""

from _pyrunner.host_functions import refused as _refused

NULL, INFINITE, INVALID_HANDLE_VALUE = 0, 0xFFFFFFFF, 0xFFFFFFFF
ERROR_NETNAME_DELETED, ERROR_PIPE_BUSY, ERROR_OPERATION_ABORTED = 64, 231, 995
ERROR_IO_PENDING, ERROR_PORT_UNREACHABLE = 997, 1234
SO_UPDATE_ACCEPT_CONTEXT, SO_UPDATE_CONNECT_CONTEXT = 0x700B, 0x7010

for _name in (
    "BindLocal", "ConnectPipe", "CreateEvent", "CreateIoCompletionPort", "GetQueuedCompletionStatus", "Overlapped",
    "PostQueuedCompletionStatus", "RegisterWaitWithQueue", "ResetEvent", "SetEvent", "UnregisterWait", "UnregisterWaitEx",
    "WSAConnect",
):
    globals()[_name] = _refused(_name, "event loops of asyncio are not offered on this platform yet")
    globals()[_name].__module__ = "_overlapped"
