import circle_b

VALUE = 1
