"""What scripts do with programs: their output, codes, pipes, a time limit, one that is not there."""

import os
import shlex
import shutil
import subprocess
import sys

# By their paths: this runs on a user's machine, where PATH may lead to anything.
if os.name == "nt":
    SYSTEM = os.path.join(os.environ.get("SystemRoot", r"C:\Windows"), "System32")
    ECHO = [os.path.join(SYSTEM, "cmd.exe"), "/c", "echo"]
    SORT = [os.path.join(SYSTEM, "sort.exe")]
else:
    ECHO = ["/bin/echo"]
    SORT = ["/usr/bin/sort"]


def output(*words):
    return subprocess.check_output([*ECHO, *words], text=True).strip()


def lines(command):
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, bufsize=1, text=True) as process:
        for line in process.stdout:
            yield line.rstrip()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)


def main():
    if shutil.which(ECHO[0]) is None or shutil.which(SORT[0]) is None:
        return  # a machine that has them elsewhere
    result = subprocess.run([*ECHO, "one two"], capture_output=True, text=True, timeout=60)
    assert result.returncode == 0 and "one" in result.stdout and result.stderr == ""
    result = subprocess.run(SORT, input="b\na\n", stdout=subprocess.PIPE, encoding="utf-8", check=True)
    assert result.stdout.split() == ["a", "b"]
    subprocess.run(ECHO, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "WHO": "me"}, cwd=os.getcwd())
    assert subprocess.call("exit 3", shell=True) == 3
    try:
        subprocess.run("exit 4", shell=True, check=True)
    except subprocess.CalledProcessError as error:
        print(error, file=sys.stderr)
    try:
        subprocess.run(["no-such-program-here"])
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
    assert list(lines([*ECHO, "three"])) == ["three"]
    process = subprocess.Popen(SORT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    out, _ = process.communicate(b"z\ny\n", timeout=60)
    assert out.split() == [b"y", b"z"] and process.poll() == 0
    sleeper = subprocess.Popen(SORT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    try:
        sleeper.wait(timeout=0.01)
    except subprocess.TimeoutExpired:
        sleeper.terminate()
    sleeper.stdin.close()
    sleeper.wait()
    assert os.popen("echo four").read().strip() == "four"
    assert os.system("exit 0") == 0
    print(output("five"), shlex.split("a 'b c'"), subprocess.list2cmdline(["a b", 'c"d']))


if __name__ == "__main__":
    main()
