# A script that fails in raw mode: py-runner puts the terminal back.
import tty

tty.setraw(0)
raise SystemExit(3)
