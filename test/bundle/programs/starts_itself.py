import os, subprocess, sys
words = os.path.join(os.path.dirname(__file__), "words.py")
sys.exit(subprocess.run([sys.executable, words, *sys.argv[1:]]).returncode)
