"""Has another python say its words."""
import os
import subprocess
import sys

subprocess.run([sys.executable, os.path.join(os.path.dirname(__file__), "words.py"), *sys.argv[1:]], check=True)
