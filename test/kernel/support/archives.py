"""Archives of the members that are named, as zipfile writes them; the first argument is the folder that they go to."""

import struct
import sys
import zipfile

folder, *names = sys.argv[1:]
TIMES = struct.pack("<HHBI", 0x5455, 5, 1, 0)  # an extra field that unzip knows: the time of the last change


def write(name: str, compression: int, members: list) -> None:
    with zipfile.ZipFile(f"{folder}/{name}", "w", compression) as archive:
        for member in members:
            info = zipfile.ZipInfo(member)
            info.compress_type = compression
            info.extra = TIMES if name == "extra.zip" else b""
            text = "" if member.endswith("/") or member == "empty.py" else f"# {member}\n" * 5
            archive.writestr(info, text)


write("stored.zip", zipfile.ZIP_STORED, names)
write("extra.zip", zipfile.ZIP_STORED, names)
write("compressed.zip", zipfile.ZIP_DEFLATED, names)
write("nothing.zip", zipfile.ZIP_STORED, [])
with open(f"{folder}/stored.zip", "rb") as stored, open(f"{folder}/inside.bin", "wb") as inside:
    inside.write(b"\xff" * 4096 + stored.read() + b"\xff" * 4096)
