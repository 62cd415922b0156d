# A dialogue with an operator: prompts, wrong answers, defaults and a password hint
import sys


def ask(question, default=None, check=str):
    while True:
        answer = input('%s%s: ' % (question, ' [%s]' % default if default else '')).strip()
        if not answer and default:
            return default
        try:
            return check(answer)
        except ValueError as error:
            print('  ?', error)


def port(text):
    number = int(text)
    if not 0 < number < 65536:
        raise ValueError('not a port: %d' % number)
    return number


host = ask('Host', 'localhost')
number = ask('Port', check=port)
print('\nconnecting to %s:%d' % (host, number))
try:
    while (line := input('> ')) != 'quit':
        print(line[::-1].upper())
except EOFError:
    print()
    sys.exit('input ended without quit')
