# send_signal, terminate, kill: what becomes of the child, and of one that has ended
import os
import signal
import subprocess

PIPE = subprocess.PIPE
TRAPPING = "trap 'echo got TERM; exit 5' TERM; trap 'echo got USR1' USR1; echo ready; while :; do sleep 0.05; done"
child = subprocess.Popen(['sh', '-c', TRAPPING], stdout=PIPE, text=True)
print(child.stdout.readline(), end='')
child.send_signal(signal.SIGUSR1)
print(child.stdout.readline(), end='')
child.terminate()
print(child.stdout.read(), end='')
print(child.wait())
for name in ('terminate', 'kill'):
    child = subprocess.Popen(['sleep', '1000'])
    getattr(child, name)()
    print(name, child.wait(), child)
    getattr(child, name)()
for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGABRT, signal.SIGSEGV, signal.SIGPIPE, signal.SIGUSR2):
    child = subprocess.Popen(['sleep', '1000'], preexec_fn=None)
    child.send_signal(number)
    print(number.name, child.wait())
child = subprocess.Popen(['sleep', '1000'])
print(os.kill(child.pid, 0), child.poll())
os.kill(child.pid, signal.SIGSTOP)
os.kill(child.pid, signal.SIGCONT)
print(child.poll())
child.kill()
print(os.waitpid(child.pid, 0) == (child.pid, 9))
print(child.poll(), child.wait())
child = subprocess.Popen(['sh', '-c', 'kill -KILL $$'])
print(child.wait(), os.system('kill -KILL $$'))
result = subprocess.run('sleep 1000 & kill -9 $!; wait $!; echo $?', shell=True, stdout=PIPE, stderr=subprocess.DEVNULL)
print(result.stdout)
child = subprocess.Popen(['sh', '-c', "trap '' TERM; echo ready; exec sleep 1000"], stdout=PIPE)
child.stdout.readline()
child.terminate()
try:
    child.wait(0.2)
except subprocess.TimeoutExpired:
    child.kill()
print(child.wait())
try:
    child = subprocess.Popen(['sleep', '1000'])
    child.send_signal(1000)
except OSError as error:
    print(error)
child.kill()
print(child.wait())
