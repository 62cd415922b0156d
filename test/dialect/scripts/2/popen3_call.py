import os
stdin, stdout, stderr = os.popen3('ls')
