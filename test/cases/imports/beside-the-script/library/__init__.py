from .tools import double

VERSION = '1.2'
__all__ = ['exported']
exported = 'by star'
