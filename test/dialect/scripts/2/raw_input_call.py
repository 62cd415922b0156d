answer = raw_input('Continue? ')
