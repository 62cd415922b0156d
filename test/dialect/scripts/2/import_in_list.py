import os, sys, ConfigParser as ini
ini.RawConfigParser().read(sys.argv[1])
