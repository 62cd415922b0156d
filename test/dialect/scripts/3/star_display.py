print([*'ab'][0], unicode('x'))
