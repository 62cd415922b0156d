name = unicode('abc', 'utf-8')
