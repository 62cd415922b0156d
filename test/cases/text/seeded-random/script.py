# A seeded random generator draws the same numbers everywhere
import random

for seed in (0, 42, 'text', b'bytes', 2 ** 70, -3):
    random.seed(seed)
    print(seed, random.random(), random.randint(1, 1000), random.choice('abcdef'), random.getrandbits(100), random.uniform(1, 2))
random.seed(7)
cards = list(range(20))
random.shuffle(cards)
print(cards, random.sample(range(1000), 5), random.choices('ab', weights=[1, 9], k=10), random.randrange(0, 100, 7), random.randbytes(4))
print(['%.10f' % value for value in (random.gauss(0, 1), random.expovariate(2), random.triangular(0, 1), random.betavariate(1, 2), random.normalvariate(0, 1))])
generator = random.Random(99)
state = generator.getstate()
first = [generator.random() for _ in range(3)]
generator.setstate(state)
print(first == [generator.random() for _ in range(3)], first)
print(''.join(random.Random(5).choice('abcdefghijkmnpqrstuvwxyz23456789') for _ in range(12)))
unseeded = random.Random().random(), random.Random().random(), random.SystemRandom().random()
print(len(set(unseeded)), 0 <= min(unseeded) < 1)
for action in (lambda: random.choice([]), lambda: random.sample([1], 2)):
    try:
        action()
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)
