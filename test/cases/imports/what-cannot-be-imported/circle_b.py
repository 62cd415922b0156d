from circle_a import VALUE
