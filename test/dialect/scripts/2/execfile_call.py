execfile('settings.py')
