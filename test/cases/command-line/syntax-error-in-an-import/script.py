# A syntax error in a module beside the script names that module
print('starting')
import broken
