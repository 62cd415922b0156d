@echo off & python -x "%~f0" %* & exit /b
# -x: the first line is for another program, and the others keep their numbers.
print("runs")
raise SystemExit(1 / 0)
