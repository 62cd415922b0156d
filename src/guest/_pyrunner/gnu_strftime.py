"""What GNU's strftime knows beyond the one of this build's C library: flags, widths, %k %l %P %s.

glibc time/strftime_l.c.  Only such directives are worked out here; all others are left to CPython's C function,
which is also who checks the arguments.  Names are those of the C locale.
"""

import time

__all__ = ["strftime"]

_plain = time.strftime

# Directives that both libraries write alike.
_SHARED = "aAbBcCdDeFgGhHIjmMnprRSTtuUVwWxXyYzZ"
_NUMBERS = {
    **dict.fromkeys("CdeHIklmMSgUVWy", 2), **dict.fromkeys("uw", 1), "j": 3, "G": 4, "Y": 4,
}
_SPACED = "ekl"  # numbers that are filled up with blanks
_SWAPPED = {**dict.fromkeys("aAbBh", str.upper), **dict.fromkeys("pZ", str.lower)}  # what the flag # does
_WITHOUT_MODIFIER = {"E": "aAbBdDeFgGhHIjklmMSUVwW", "O": "aAcDFxXY"}


def strftime(format, *args):
    """strftime(format[, tuple]) -> string

    Convert a time tuple to a string according to a format specification.
    """
    if type(format) is not str or "%" not in format:
        return _plain(format, *args)
    if not format.endswith("%") and all(part[:1] in _SHARED for part in format.split("%")[1:]):
        return _plain(format, *args)
    import re

    if not args:
        args = (time.localtime(),)
    directive = re.compile(r"%([-_0^#]*)(\d*)([EO]?)(.?)", re.DOTALL)
    return _plain(directive.sub(lambda match: _expand(match, args), format), *args)


def _expand(match, args) -> str:
    flags, width, modifier, letter = match.groups()
    if not (flags or width or modifier) and (letter in _SHARED or letter == "%") and letter:
        return match.group()
    fill = ([""] + [flag for flag in flags if flag in "-_0"])[-1]
    size = int(width or 0)
    known = letter and letter in _SHARED + "klPs%" and letter not in _WITHOUT_MODIFIER.get(modifier, "")
    if known and letter in _NUMBERS:
        text = _number(letter, fill, size, args)
    else:
        text = _text(letter, args) if known else match.group()
        if known and "#" in flags and letter in _SWAPPED:
            text = _SWAPPED[letter](text)
        elif "^" in flags and letter != "P":
            text = text.upper()
    if not text and letter == "z":
        return ""  # an offset that nobody knows has no width either
    return text.rjust(size, "0" if fill == "0" else " ").replace("%", "%%")


def _number(letter: str, fill: str, size: int, args) -> str:
    digits = _plain("%-" + {"k": "H", "l": "I"}.get(letter, letter), *args)
    if fill == "-":
        return digits
    blank = fill == "_" or not fill and letter in _SPACED
    return digits.rjust(max(_NUMBERS[letter], size), " " if blank else "0")


def _text(letter: str, args) -> str:
    if letter == "P":
        return _plain("%p", *args).lower()
    if letter == "s":
        return str(int(time.mktime(args[0])))
    return _plain("%" + letter, *args)
