import os
print(os.getcwdu())
