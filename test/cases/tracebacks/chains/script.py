# Chained exceptions are printed oldest first, with the sentence between them
class ConfigError(Exception):
    pass


try:
    try:
        raise OSError(2, 'No such file or directory', 'x.conf')
    except OSError:
        number = 1 / 0
except ZeroDivisionError as error:
    first = error
try:
    raise ValueError('context is dropped') from None
except ValueError as error:
    second = error
    second.__cause__ = first
raise ConfigError('last', 'two arguments') from second
