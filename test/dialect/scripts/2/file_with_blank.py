handle = file ('/etc/hosts')
