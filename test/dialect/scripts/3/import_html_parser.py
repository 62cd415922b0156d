from html.parser import HTMLParser
from io import StringIO
HTMLParser().feed('')
