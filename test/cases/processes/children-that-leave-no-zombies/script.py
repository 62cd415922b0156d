# While SIGCHLD is ignored a child that ends is gone at once: who waits is told when there is none left, not how it ended.
import os
import signal
import subprocess
import time


def wait_until_gone(pid):
    try:
        while True:
            os.kill(pid, 0)
            time.sleep(0.01)
    except ProcessLookupError as error:
        print(error)


before = subprocess.Popen(["sh", "-c", "exit 4"])
os.waitid(os.P_PID, before.pid, os.WEXITED | os.WNOWAIT)
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
print(before.wait())  # it was a zombie by then
child = subprocess.Popen(["sh", "-c", "sleep 0.2; exit 3"])
began = time.monotonic()
try:
    print(os.waitpid(child.pid, 0))
except ChildProcessError as error:
    print(error.errno, time.monotonic() - began > 0.1)
print(child.wait(), child.returncode)
child = subprocess.Popen(["true"])
wait_until_gone(child.pid)
print(child.poll())
print(subprocess.run(["sh", "-c", "exit 5"]).returncode, subprocess.call(["false"]))
print(os.system("exit 3"))
try:
    os.wait()
except ChildProcessError as error:
    print(error)
print(subprocess.run("echo hi; exit 2", shell=True, capture_output=True))
print(subprocess.check_output(["sh", "-c", "echo all; exit 1"]))
late = subprocess.Popen(["sh", "-c", "exit 6"])
wait_until_gone(late.pid)
signal.signal(signal.SIGCHLD, signal.SIG_DFL)
print(late.wait())
print(subprocess.run(["sh", "-c", "exit 5"]).returncode)
