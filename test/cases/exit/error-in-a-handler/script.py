# SystemExit in an atexit handler does not change the exit code
import atexit


@atexit.register
def late():
    print('late')


class Leaving:
    def __call__(self):
        print('leaving')
        raise SystemExit(5)

    def __repr__(self):
        return 'Leaving'


atexit.register(Leaving())
print('main')
