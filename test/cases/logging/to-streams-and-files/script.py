# logging writes to stderr, to files and through filters, with levels and formats
import logging
import logging.handlers
import os
import sys

logging.warning('before any set-up: %s', 'root')
logging.info('not shown')
logger = logging.getLogger('app.part')
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter('%(levelname)-8s %(name)s:%(lineno)d %(funcName)s %(message)s'))
logger.addHandler(handler)
logger.setLevel(logging.DEBUG)
logger.propagate = False


def work():
    logger.debug('value %d of %s', 3, {'a': 1})
    logger.error('not %s', 'good')
    try:
        {}['absent']
    except KeyError:
        logger.exception('caught')
    logger.log(25, 'own level')


work()
rotating = logging.handlers.RotatingFileHandler('app.log', maxBytes=60, backupCount=2, encoding='utf-8')
rotating.setFormatter(logging.Formatter('{levelname}|{message}', style='{'))
logger.addHandler(rotating)
for number in range(6):
    logger.warning('line number %d größer', number)
logging.shutdown()
print(sorted(name for name in os.listdir('.') if name.startswith('app.log')))
logging.basicConfig(filename='basic.log', level=logging.INFO, format='%(levelname)s:%(message)s', force=True)
logging.info('to a file')
logging.getLogger('quiet').setLevel(logging.CRITICAL)
logging.getLogger('quiet').error('not shown')
print(open('basic.log').read(), logging.getLevelName(30), logger.isEnabledFor(10), logging.getLogger('app.part') is logger)
