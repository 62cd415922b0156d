import os
if os.environ.has_key('HOME'):
    print(os.environ['HOME'])
