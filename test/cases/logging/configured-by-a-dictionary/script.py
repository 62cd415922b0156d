# logging.config takes a dictionary, a filter and a time format
import logging
import logging.config
import time


class OnlyErrors(logging.Filter):
    def filter(self, record):
        return record.levelno >= logging.ERROR


logging.config.dictConfig({
    'version': 1,
    'filters': {'errors': {'()': OnlyErrors}},
    'formatters': {'plain': {'format': '%(asctime)s %(levelname)s %(message)s', 'datefmt': '%d.%m.%Y'}},
    'handlers': {'out': {'class': 'logging.StreamHandler', 'formatter': 'plain', 'stream': 'ext://sys.stdout'},
                 'err': {'class': 'logging.StreamHandler', 'filters': ['errors']},
                 'file': {'class': 'logging.FileHandler', 'filename': 'errors.log', 'filters': ['errors']}},
    'root': {'level': 'INFO', 'handlers': ['out', 'err', 'file']},
})
logging.Formatter.converter = lambda self, stamp: time.gmtime(0)
logging.info('started')
logging.error('failed')
for number in range(3):
    logging.getLogger('part%d' % number).warning('from %s', number)
