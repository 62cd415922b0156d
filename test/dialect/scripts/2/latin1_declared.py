# -*- coding: latin-1 -*-
name = u'Straße'
print(unicode(name))
