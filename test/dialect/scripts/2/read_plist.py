import plistlib
settings = plistlib.readPlist('/Library/Preferences/a.plist')
