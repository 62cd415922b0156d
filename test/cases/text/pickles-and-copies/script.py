# pickle, shelve-like files and marshalled values survive a round trip
import datetime
import decimal
import fractions
import pickle
import statistics


class Record:
    def __init__(self, name):
        self.name = name
        self.link = self

    def __reduce_ex__(self, protocol):
        return super().__reduce_ex__(protocol)


value = {'set': {3}, 'when': datetime.datetime(2024, 1, 2, tzinfo=datetime.timezone.utc), 'money': decimal.Decimal('1.20'), 'text': 'ü', 'big': 2 ** 100, 'bytes': b'\0' * 3, 'none': None}
for protocol in range(6):
    data = pickle.dumps(value, protocol)
    print(protocol, len(data), pickle.loads(data) == value)
with open('state.pickle', 'wb') as stream:
    pickle.dump([1, 'two', 3.0], stream, 4)
    pickle.dump(Record('x'), stream, 4)
with open('state.pickle', 'rb') as stream:
    print(pickle.load(stream), vars(pickle.load(stream))['name'])
    try:
        pickle.load(stream)
    except EOFError as error:
        print(type(error).__name__, error)
print(open('state.pickle', 'rb').read())
for action in (lambda: pickle.loads(b'rubbish'), lambda: pickle.loads(b'')):
    try:
        action()
    except (pickle.UnpicklingError, EOFError) as error:
        print(type(error).__name__, error)
print(statistics.mean([1, 2, 4]), statistics.median([3, 1, 2]), round(statistics.stdev([1, 2, 3, 4]), 6), statistics.mode('aab'), fractions.Fraction(1, 3) + fractions.Fraction('0.5'))
