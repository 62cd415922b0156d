import http.client
from http.server import HTTPServer
x = unicode('x')
