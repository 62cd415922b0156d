# csv from a pipe: a line that does not fit is said on standard error, and the code is 3.
import csv
import sys

wrong = 0
for row in csv.DictReader(sys.stdin):
    try:
        print(row["name"], int(row["size"]) * 2, repr(row["note"]))
    except ValueError as error:
        wrong += 1
        print(f"{row['name']}: {error}", file=sys.stderr)
sys.exit(3 if wrong else 0)
