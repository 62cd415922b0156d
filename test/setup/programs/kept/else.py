print("else")
