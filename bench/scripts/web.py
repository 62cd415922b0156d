"""Starts web_server.py with python3, for as long as this process runs."""
import os
import subprocess

__all__ = ["start"]


def start() -> str:
    """The server's URL."""
    global _server
    command = ["/usr/bin/python3", "-IS", os.path.join(os.path.dirname(os.path.abspath(__file__)), "web_server.py")]
    _server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    return f"http://127.0.0.1:{int(_server.stdout.readline())}"


_server = None
