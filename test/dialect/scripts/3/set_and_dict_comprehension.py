print({x for x in 'ab'}, {x: 1 for x in 'ab'})
