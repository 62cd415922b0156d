"""Programs are started by one command line, over handles, by CPython's own subprocess."""

import _winapi
import msvcrt
import os
import subprocess

PIPE = subprocess.PIPE


def show(what, *args, **options):
    try:
        print(what(*args, **options))
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "winerror", None))


show(subprocess.call, ["sh", "-c", "exit 3"])
show(subprocess.call, 'sh -c "exit 4"')
show(subprocess.check_output, ["printf", "%s|", "a b", 'c"d', "e\\", "", 'f\\"g', "ü"])
show(subprocess.run, ["absent"])
show(subprocess.run, ["sh"], cwd="C:\\nosuch")
show(subprocess.run, ["C:\\app\\input.txt"])
show(subprocess.run, "a\0b")
show(subprocess.run, ["sh"], env={"A=B": "1"})
show(subprocess.run, ["sh"], preexec_fn=print)
show(subprocess.check_output, "echo x", shell=True)
show(subprocess.check_output, ["sh", "-c", "cat; echo $A $Given"], input=b"in\n", env={"A": "1"})
show(subprocess.check_output, ["sh", "-c", "echo $Given; ls"], cwd="C:\\app\\failing")
done = subprocess.run(["sh", "-c", "cat; echo err >&2"], input="one\ntwo\n", capture_output=True, text=True)
print(done.returncode, repr(done.stdout), repr(done.stderr))
much = subprocess.run(["sh", "-c", "cat; head -c 300000 /dev/zero >&2"], input=b"x" * 300_000, capture_output=True)
print(len(much.stdout), len(much.stderr))
child = subprocess.Popen(["sleep", "60"], stdin=subprocess.DEVNULL, creationflags=subprocess.CREATE_NEW_PROCESS_GROUP)
print(child.poll(), _winapi.GetExitCodeProcess(child._handle) == _winapi.STILL_ACTIVE)
show(child.wait, timeout=0.01)
child.kill()
print(child.wait())
child = subprocess.Popen(["sh", "-c", "echo first; exec sleep 60"], stdout=PIPE, stderr=PIPE, text=True)
print(repr(child.stdout.readline()))
show(child.communicate, timeout=0.01)
child.terminate()
print(child.communicate(), child.returncode)
first = subprocess.Popen(["printf", "b\\na\\n"], stdout=PIPE)
second = subprocess.Popen(["sort"], stdin=first.stdout, stdout=PIPE)
first.stdout.close()
print(second.communicate()[0], first.wait())
with open("C:\\temp\\out.txt", "wb") as file:
    subprocess.run(["sh", "-c", "echo to a file; echo both >&2"], stdout=file, stderr=subprocess.STDOUT)
print(open("C:\\temp\\out.txt").read().split("\n"))
reader, writer = os.pipe()
print(msvcrt.open_osfhandle(msvcrt.get_osfhandle(reader), 0) == reader, os.get_handle_inheritable(msvcrt.get_osfhandle(writer)))
show(_winapi.CloseHandle, 2)
show(_winapi.WaitForSingleObject, 0x2000000, 0)
