# PYTHONINSPECT: a prompt after the program, which ends as what is typed says.
left = "over"
