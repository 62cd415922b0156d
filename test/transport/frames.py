"""The frames of golden.json by CPython's struct: a kind, a 32-bit number, the payload. A line for each: "ok" or what it is."""

import json
import pathlib
import struct

KINDS = ("", "request", "answer", "failure", "chunk", "end", "credit", "cancel")

for golden in json.loads((pathlib.Path(__file__).parent / "golden.json").read_text())["frames"]:
    packed = struct.pack("<BI", KINDS.index(golden["kind"]), golden["id"]) + bytes.fromhex(golden["payload"])
    print(f"{golden['kind']} {golden['id']}:", "ok" if packed.hex() == golden["frame"] else packed.hex())
