"""Functions of Win32 that the standard library calls: constants, pipes and processes, and a refusal of the rest.

CPython Modules/_winapi.c; the constants are those of winbase.h and winnt.h.
"""

import nt as _nt

from _pyrunner import call, windows_handles as _handles
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


def GetCurrentProcess() -> int:
    """Return a handle of the current process: it stands for it and is never closed."""
    return _handles.CURRENT_PROCESS


def GetStdHandle(std_handle: int) -> int | None:
    """The handle of a standard stream; None where it is closed."""
    fd = {STD_INPUT_HANDLE: 0, STD_OUTPUT_HANDLE: 1, STD_ERROR_HANDLE: 2}[std_handle & 0xFFFFFFFF]
    try:
        return _handles.handle(fd)
    except OSError:
        return None


def CloseHandle(handle: int, /) -> None:
    """Close handle."""
    _handles.close(handle)


def CreatePipe(pipe_attrs, size: int, /) -> tuple[int, int]:
    """Create an anonymous pipe: handles of its reading and its writing end."""
    return tuple(map(_handles.handle, _nt.pipe()))


def DuplicateHandle(source_process, source, target_process, desired_access, inherit, options=0, /) -> int:
    """Return a duplicate handle object."""
    copy = _handles.duplicate(source, bool(inherit))
    if options & DUPLICATE_CLOSE_SOURCE:
        _handles.close(source)
    return copy


def CreateProcess(
    application_name, command_line, proc_attrs, thread_attrs, inherit_handles, creation_flags, env_mapping, current_directory,
    startup_info, /,
) -> tuple[int, int, int, int]:
    """Create a new process and its primary thread: their handles and numbers."""
    uses_handles = startup_info.dwFlags & STARTF_USESTDHANDLES
    given = (startup_info.hStdInput, startup_info.hStdOutput, startup_info.hStdError) if uses_handles else (None,) * 3
    own = [fd if number is None else _handles.descriptor(int(number)) for fd, number in enumerate(given)]
    plan = (0, tuple((fd, source) for fd, source in enumerate(own) if _is_open(source)))
    has_session = bool(creation_flags & (CREATE_NEW_PROCESS_GROUP | DETACHED_PROCESS))
    pid = call(
        "processes.create", None if application_name is None else _encoded(application_name), _encoded(command_line),
        None if env_mapping is None else _environment(env_mapping),
        None if current_directory is None else _encoded(current_directory),
        plan, {"session": has_session, "uid": None, "gid": None},
    )
    return _handles.register(pid), _handles.register(pid), pid, 0


def _is_open(fd: int) -> bool:
    try:
        _nt.fstat(fd)
    except OSError:
        return False
    return True


def _encoded(text) -> bytes:
    if not isinstance(text, str):
        raise TypeError(f"CreateProcess() argument must be str, not {type(text).__name__}")
    if "\0" in text:
        raise ValueError("embedded null character")
    return text.encode("utf-8", "surrogatepass")


def _environment(mapping) -> tuple:
    entries = []
    for name, value in mapping.items():
        if not isinstance(name, str) or not isinstance(value, str):
            raise TypeError("environment can only contain strings")
        if not name or "=" in name[1:]:
            raise ValueError("illegal environment variable name")
        entries.append(_encoded(f"{name}={value}"))
    return tuple(entries)


def WaitForSingleObject(handle: int, milliseconds: int, /) -> int:
    """Wait for a process to end."""
    ended = _handles.process(handle).wait(None if milliseconds == INFINITE else milliseconds / 1000)
    return WAIT_OBJECT_0 if ended else WAIT_TIMEOUT


def GetExitCodeProcess(process: int, /) -> int:
    """Return the termination status of the specified process."""
    found = _handles.process(process)
    return found.exit_code if found.wait(0) else STILL_ACTIVE


def TerminateProcess(handle: int, exit_code: int, /) -> None:
    """Terminate the specified process and all of its threads."""
    _handles.process(handle).terminate(exit_code)


def GetFileType(handle: int) -> int:
    """What kind of file a handle is of."""
    kind = _nt.fstat(_handles.descriptor(handle)).st_mode & 0o170000
    return {0o100000: FILE_TYPE_DISK, 0o020000: FILE_TYPE_CHAR, 0o010000: FILE_TYPE_PIPE}.get(kind, FILE_TYPE_UNKNOWN)


for _function in (
    GetCurrentProcess, GetStdHandle, CloseHandle, CreatePipe, DuplicateHandle, CreateProcess, WaitForSingleObject,
    GetExitCodeProcess, TerminateProcess, GetFileType,
):
    _function.__module__ = "_winapi"
for _name in (
    "ConnectNamedPipe", "CreateEventW", "CreateFile", "CreateMutexW", "CreateNamedPipe", "ExitProcess", "GetModuleFileName",
    "OpenProcess", "PeekNamedPipe", "ReadFile", "WaitForMultipleObjects", "WriteFile",
):
    globals()[_name] = _refused(_name, "named pipes, events and other processes are not offered on this platform yet")
    globals()[_name].__module__ = "_winapi"
