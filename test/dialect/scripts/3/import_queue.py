import queue, threading
from queue import Queue
x = unicode('x')
