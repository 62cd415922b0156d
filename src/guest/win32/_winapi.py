"""Functions of Win32 that the standard library calls: constants, and a refusal of everything that makes or waits for a process.

CPython Modules/_winapi.c; the constants are those of winbase.h and winnt.h.
"""

import nt as _nt

from _pyrunner.host_functions import refused as _refused

NULL = 0
INFINITE = 0xFFFFFFFF
WAIT_OBJECT_0, WAIT_ABANDONED_0, WAIT_TIMEOUT, STILL_ACTIVE = 0, 0x80, 258, 259
STD_INPUT_HANDLE, STD_OUTPUT_HANDLE, STD_ERROR_HANDLE = 0xFFFFFFF6, 0xFFFFFFF5, 0xFFFFFFF4
STARTF_USESHOWWINDOW, STARTF_FORCEONFEEDBACK, STARTF_FORCEOFFFEEDBACK, STARTF_USESTDHANDLES = 0x1, 0x40, 0x80, 0x100
SW_HIDE = 0
CREATE_NEW_CONSOLE, CREATE_NEW_PROCESS_GROUP, CREATE_NO_WINDOW, DETACHED_PROCESS = 0x10, 0x200, 0x08000000, 0x8
CREATE_DEFAULT_ERROR_MODE, CREATE_BREAKAWAY_FROM_JOB = 0x04000000, 0x01000000
NORMAL_PRIORITY_CLASS, IDLE_PRIORITY_CLASS, HIGH_PRIORITY_CLASS, REALTIME_PRIORITY_CLASS = 0x20, 0x40, 0x80, 0x100
BELOW_NORMAL_PRIORITY_CLASS, ABOVE_NORMAL_PRIORITY_CLASS = 0x4000, 0x8000
DUPLICATE_CLOSE_SOURCE, DUPLICATE_SAME_ACCESS = 1, 2
FILE_TYPE_UNKNOWN, FILE_TYPE_DISK, FILE_TYPE_CHAR, FILE_TYPE_PIPE = 0, 1, 2, 3
ERROR_ACCESS_DENIED, ERROR_ALREADY_EXISTS, ERROR_BROKEN_PIPE, ERROR_IO_PENDING, ERROR_PRIVILEGE_NOT_HELD = 5, 183, 109, 997, 1314


def NeedCurrentDirectoryForExePath(exe_name: str) -> bool:
    """Whether programs are looked for in the working directory first."""
    return "\\" in exe_name or not any(name.upper() == "NODEFAULTCURRENTDIRECTORYINEXEPATH" for name in _nt.environ)


for _name in (
    "CloseHandle", "ConnectNamedPipe", "CreateEventW", "CreateFile", "CreateMutexW", "CreateNamedPipe", "CreatePipe",
    "CreateProcess", "DuplicateHandle", "ExitProcess", "GetCurrentProcess", "GetExitCodeProcess", "GetFileType",
    "GetModuleFileName", "GetStdHandle", "OpenProcess", "PeekNamedPipe", "ReadFile", "TerminateProcess",
    "WaitForMultipleObjects", "WaitForSingleObject", "WriteFile",
):
    globals()[_name] = _refused(_name, "child processes are not offered on this platform yet")
    globals()[_name].__module__ = "_winapi"
