# A child shares the terminal: it sees its size and reads the next line.
import subprocess

subprocess.run(["stty", "size"])
print("before", flush=True)
subprocess.run(["/bin/sh", "-c", "printf 'child: '; read line; echo got $line"])
print(repr(input("script: ")))
