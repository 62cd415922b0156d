# The umask of whoever starts the script holds from the first file on
import os

open('file', 'w').close()
os.mkdir('folder')
print(oct(os.stat('file').st_mode), oct(os.stat('folder').st_mode), oct(os.umask(0)))
