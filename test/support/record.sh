#!/bin/sh
# Stands on PATH under the name of a real program and records its words: their number, then each, NUL behind every field.
printf '%s\0' "$#" "$@" >>"$RECORD_FILE"
