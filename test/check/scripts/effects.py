import neighbour

open("ran", "w").write("ran")
raise SystemExit(9)
