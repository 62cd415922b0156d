from urllib import urlretrieve
urlretrieve('http://example.com/a.msi', 'a.msi')
