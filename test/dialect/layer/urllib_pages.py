# urllib.urlopen: statuses, redirections, errors, local files. Run with the URL of the page server as its argument.
import sys, urllib

base = sys.argv[1]


def show(label, text):
    sys.stdout.write('%s: %s\n' % (label, str(text).replace(base, 'BASE').replace(base[7:], 'HOST')))


def page(label, url, *arguments):
    try:
        answer = urllib.urlopen(url, *arguments)
        body = answer.read()
        show(label, '%s %s %s %s' % (answer.getcode(), answer.geturl(), answer.info().getheader('content-type'), len(body)))
    except IOError as problem:
        show(label, 'IOError %s' % (problem.args[0],))


def body(label, url, *arguments):
    show(label, urllib.urlopen(url, *arguments).read().decode('latin-1'))


page('plain', base + '/plain')
page('blanks', base + '/a b?c=d e&f=%20~')
for status in (204, 400, 403, 404, 418, 500, 503):
    page('status %d' % status, base + '/status/%d' % status)
page('401 with no challenge', base + '/status/401')
page('401 digest', base + '/login/Digest')
page('407', base + '/status/407')
page('redirection', base + '/redirect/%2Fplain')
page('redirection to a missing page', base + '/redirect/%2Fstatus%2F404')
page('redirection in a circle', base + '/circle')
page('redirection to a file', base + '/redirect/' + 'file:%2F%2F%2Fetc%2Fpasswd')
page('post of 404', base + '/status/404', 'a=b')
page('no proxies', base + '/plain', None, {})
page('angle brackets', '<URL:' + base + '/plain>')
page('no host', 'http:///x')
page('unknown type', 'foo:bar')
page('drive letter', 'c:\\x')
page('refused', 'http://127.0.0.1:1/')
page('missing file', '/nonexistent/file')
page('missing file by URL', 'file:///nonexistent')
page('directory', '/')
body('data', 'data:,hi%20x')
body('get', base + '/echo')
body('quoted', base + '/echo/ "<>^`{}')
body('post', base + '/echo', 'a=b&c=d')
body('login', base.replace('//', '//us:p%40w@') + '/echo')

with open('page.html', 'w') as page_file:
    page_file.write('<p>')
page('relative file', 'page.html')
page('absolute file', '/dev/null')
headers = urllib.urlopen('page.html').info()
show('type', '%s %s %s' % (headers.gettype(), headers.getmaintype(), headers.getsubtype()))
show('headers', '%s %s %s' % (headers.getheaders('Content-Length'), headers['content-LENGTH'], headers.getheader('x', 'none')))
show('lines', [len(line) for line in urllib.urlopen('page.html')])
try:
    urllib.no_such_name
except AttributeError:
    show('no such name', 'AttributeError')
