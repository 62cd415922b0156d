# -i: when the script has ended, its names are there at a prompt.
value = 42
raise SystemExit(3)
