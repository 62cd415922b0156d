# urllib.urlretrieve: what is saved, where, and what is returned.
import os, sys, urllib
from urllib import urlretrieve, ContentTooShortError

base = sys.argv[1]


def show(label, text):
    sys.stdout.write('%s: %s\n' % (label, str(text).replace(base, 'BASE')))


def saved(label, url, *arguments):
    if os.path.exists('out'):
        os.remove('out')
    try:
        name, headers = urlretrieve(url, *arguments)
        with open(name) as copy:
            show(label, '%s %s %s' % (name, headers['content-type'], copy.read()))
    except IOError as problem:
        show(label, '%s %s %s' % (isinstance(problem, ContentTooShortError), problem.args[0], os.path.exists('out')))


def hook(*numbers):
    show('  hook', numbers)


saved('page', base + '/plain', 'out')
saved('missing page', base + '/status/404', 'out')
saved('server error', base + '/status/500', 'out')
saved('unauthorized', base + '/status/401', 'out')
saved('redirected', base + '/redirect/%2Fplain', 'out')
saved('refused', 'http://127.0.0.1:1/', 'out')
saved('posted', base + '/echo', 'out', None, 'x=y')
saved('hook', base + '/plain', 'out', hook)
saved('no such folder', base + '/plain', '/nonexistent/folder/out')
with open('page.html', 'w') as page:
    page.write('x' * 20000)
saved('missing file', 'nonexistent', 'out')
urlretrieve('page.html', 'out', hook)
show('copy of a file', os.path.getsize('out'))
show('file in place', urlretrieve('page.html')[0])
show('file in place by URL', urlretrieve('file:///etc/passwd')[0])
saved('cut short', base + '/short', 'out')
with open('out') as copy:
    show('kept', copy.read())

name, headers = urllib.urlretrieve(base + '/setup.msi?x=1')
show('temporary', (os.path.isabs(name), os.path.splitext(name)[1], os.path.exists(name)))
urllib.urlcleanup()
show('after urlcleanup', os.path.exists(name))
name, headers = urllib.urlretrieve(base + '/plain')
os.rename(name, 'moved')
urllib.urlcleanup()
show('moved away', os.path.exists('moved'))
