#!/bin/sh
# Stands on PATH under the name of a real program and records its words: their number, then each, NUL behind every field.
printf '%s\0' "$#" "$@" >>"$RECORD_FILE"
# CPython's webbrowser takes a launcher that has ended before it looks for one that failed: for it, this one stays a while.
# Not for ever: who is left without a parent gets one that waits for it.
if [ -n "${RECORD_STAYS-}" ]; then
  turns=100
  while [ "$turns" -gt 0 ] && kill -0 "$PPID" 2> /dev/null; do
    turns=$((turns - 1))
    sleep 0.02
  done
fi
