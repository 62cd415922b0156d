"""What every program of `waits` says right before it waits: a file appears beside it."""
import os


def ready() -> None:
    os.close(os.open("ready", os.O_CREAT | os.O_WRONLY))
