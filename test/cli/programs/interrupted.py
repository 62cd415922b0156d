"""Dies as of Ctrl-C."""
raise KeyboardInterrupt
