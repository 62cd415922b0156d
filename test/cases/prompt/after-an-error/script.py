# -i: the traceback of the program first, then the prompt, which still knows what was raised.
name = "kept"
raise ValueError("for the prompt")
