import os, \
    Queue
jobs = Queue.Queue()
