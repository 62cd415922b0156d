print(open('a', encoding='utf-8').read(), unicode('x'))
