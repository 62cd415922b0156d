"""What the machine is: uname, host name, load, processors."""

import os
import platform
import socket
import uuid

from facts import attempt, fact

attempt("uname", lambda: tuple(os.uname()))
attempt("fields", lambda: (os.uname().sysname, os.uname().nodename == socket.gethostname()))
attempt("gethostname", socket.gethostname)
attempt("platform.node", platform.node)
attempt("platform.system", platform.system)
attempt("platform.release", platform.release)
attempt("platform.machine", platform.machine)
attempt("cpu_count", os.cpu_count)
attempt("getloadavg", lambda: [type(load).__name__ for load in os.getloadavg()])
attempt(
    "its values",
    lambda: all(abs(ours - float(theirs)) < 2 for ours, theirs in zip(os.getloadavg(), open("/proc/loadavg").read().split())),
)
attempt("sysconf of processors", lambda: os.sysconf("SC_NPROCESSORS_ONLN"))
attempt("sysconf of clock ticks", lambda: os.sysconf("SC_CLK_TCK"))
attempt("sysconf of descriptors", lambda: os.sysconf("SC_OPEN_MAX") >= 256)
attempt("sysconf of memory", lambda: os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") > 1 << 26)
attempt("an unknown name", os.sysconf, "SC_NOTHING")
attempt("confstr", lambda: os.confstr("CS_PATH"))
attempt("paths", lambda: (os.devnull, os.sep, os.pathsep, os.curdir, os.pardir, os.linesep, os.defpath))
# Where no interface is up, the node is drawn by chance: RFC 9562, 6.10.
attempt("uuid.getnode", lambda: "by chance" if uuid.getnode() >> 40 & 1 else uuid.getnode())
attempt("uuid1", lambda: (uuid.uuid1().node == uuid.getnode(), uuid.uuid1().version))
