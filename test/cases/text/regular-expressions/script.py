# re finds, splits, substitutes and names groups in the text of logs and configuration
import re

log = '''2024-03-01 12:00:01 sshd[123]: Failed password for root from 10.0.0.5 port 22
2024-03-01 12:00:02 sshd[124]: Accepted publickey for admin from 10.0.0.6 port 2222
2024-03-01 12:00:03 cron[9]: (root) CMD (run-parts)
'''
pattern = re.compile(r'^(?P<date>\S+) (?P<time>[\d:]+) (?P<name>\w+)\[(?P<pid>\d+)\]: (?P<text>.*)$', re.MULTILINE)
for match in pattern.finditer(log):
    print(match.groupdict(), match.span('pid'))
print(re.findall(r'\b(\d{1,3}(?:\.\d{1,3}){3})\b', log), re.split(r'[,;]\s*', 'a, b;c;  d'), re.split(r'(-)', '1-2'))
print(re.sub(r'(\w+)@(\w+)', r'\2 at \1', 'me@host'), re.subn('o', lambda match: match.group().upper(), 'foo boo', count=3))
print(re.match('a', 'ba'), re.search('a', 'ba'), re.fullmatch('a+', 'aaa'), re.escape('a.b*c[d]'))
print(re.sub(r'(?i)ERROR', 'E', 'error Error'), re.findall(r'(?x) \d+  # digits', 'a1b22'), re.search(r'(?<=\$)\d+(?!\d)', 'cost $42').group())
print(re.findall('[äöü]', 'größer'), re.findall(rb'\xff.', b'\xffa\xffb'), re.search(r'\w+', 'straße', re.ASCII).group())
print(re.search('(a)?(b)?', 'b').groups('none'), re.search('x*', 'aaa').span(), re.sub('x*', '-', 'abxd'), re.sub('', '-', 'ab'))
print(repr(pattern)[:40], pattern.groups, dict(pattern.groupindex), pattern.flags)
print(re.search(r'(a|b)*+c', 'ababc').group(), re.findall(r'(?s:a.b)', 'a\nb'), re.search(r'(.)\1', 'hello').group())
for wrong in ('(', '[', '*a', 'a**', '(?P<1>a)', r'\1', '(?<=a+)b', 'a{2,1}', '(?z)'):
    try:
        re.compile(wrong)
    except re.error as error:
        print(wrong, error, error.pos)
print(re.match(r'(\d+)-(\d+)', '10-20').expand(r'\2..\1'), re.sub(r'(?P<x>a)', r'[\g<x>\g<0>]', 'cat'))
