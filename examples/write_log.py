# Keeps a log of what it did, in a file that is never longer than it may be.
import logging
import logging.handlers
import os
import tempfile

path = os.path.join(os.environ.get("LOG_FOLDER") or tempfile.mkdtemp(), "connect.log")
handler = logging.handlers.RotatingFileHandler(path, maxBytes=10_000, backupCount=1, encoding="utf-8")
logging.basicConfig(handlers=[handler], level=logging.INFO, format="%(levelname)s %(message)s")
logging.info("connected, reconnects: %s", os.environ.get("N_RECONNECTS", "0"))
logging.shutdown()
with open(path, encoding="utf-8") as file:
    print(file.read(), end="")
