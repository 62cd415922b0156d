# A missing module is an uncaught ModuleNotFoundError with exit code 1
print('starting')
import requests_of_nobody
