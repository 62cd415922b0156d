import os
file(os.path.join('/tmp', 'marker'), 'w').write('')
