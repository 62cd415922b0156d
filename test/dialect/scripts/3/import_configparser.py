import configparser
from configparser import ConfigParser
x = unicode('x')
