# shlex, urllib.parse, ipaddress, html, email and plistlib take apart what administrators meet
import email
import email.message
import html
import html.parser
import ipaddress
import plistlib
import shlex
import urllib.parse

print(shlex.split("cp 'a b' \"c $d\" e\\ f # not a comment"), shlex.split('a # comment', comments=True), shlex.quote("it's"), shlex.join(['a b', 'c']))
try:
    shlex.split('"open')
except ValueError as error:
    print(error)
parts = urllib.parse.urlparse('https://user:pw@example.com:8443/a/b;p?q=1&r=a%20b&q=2#frag')
print(parts, parts.hostname, parts.port, parts.username, urllib.parse.parse_qs(parts.query), urllib.parse.urlunparse(parts))
print(urllib.parse.quote('a b/ü&'), urllib.parse.quote_plus('a b&c'), urllib.parse.unquote('a%20%C3%BC'), urllib.parse.urlencode({'q': 'ä b', 'n': [1, 2]}, doseq=True), urllib.parse.urljoin('http://h/a/b', '../c'))
network = ipaddress.ip_network('10.0.0.0/29')
print(network.num_addresses, list(map(str, network.hosts()))[:3], network.netmask, ipaddress.ip_address('10.0.0.3') in network, ipaddress.ip_address('::1').is_loopback, ipaddress.ip_interface('192.168.1.5/24').network, [str(part) for part in network.subnets(new_prefix=30)])
for wrong in ('10.0.0.256', '10.0.0.1/24', 'x'):
    try:
        ipaddress.ip_network(wrong)
    except ValueError as error:
        print(error)
print(html.escape('<a href="x">&\'</a>'), html.unescape('&lt;&eacute;&#8364;&amp;amp;'))


class Links(html.parser.HTMLParser):
    def handle_starttag(self, tag, attributes):
        print(tag, attributes)

    def handle_data(self, data):
        print(repr(data))


Links().feed('<p>One<a href="/x?a=1&amp;b=2">two</a><br/></p>')
message = email.message.EmailMessage()
message['Subject'] = 'Bericht für März'
message['From'] = 'a@example.com'
message['To'] = 'b@example.com, Ünal <c@example.com>'
message.set_content('Text with ü\n')
print(message.as_string())
parsed = email.message_from_string('Subject: =?utf-8?q?gr=C3=BCn?=\nX-A: 1\n\nbody\n')
print(parsed['subject'], parsed['x-a'], parsed.get_payload(), parsed.keys())
data = plistlib.dumps({'Name': 'Ü', 'Items': [1, 2.5, True, b'\0\1'], 'Nested': {}})
print(data.decode(), plistlib.loads(data), plistlib.loads(plistlib.dumps({'a': [1, 'x']}, fmt=plistlib.FMT_BINARY)))
