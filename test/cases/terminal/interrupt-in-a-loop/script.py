# Ctrl-C while the script computes.
try:
    print("computing", flush=True)
    while True:
        sum(range(100))
except KeyboardInterrupt:
    print("interrupted")
