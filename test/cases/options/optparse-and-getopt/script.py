# optparse and getopt, the older parsers, work and refuse
import getopt
import optparse
import sys

parser = optparse.OptionParser(usage='usage: %prog [options] FILE', version='%prog 2.1')
parser.add_option('-f', '--file', dest='name', metavar='FILE', help='read FILE')
parser.add_option('-n', type='int', default=3)
parser.add_option('-q', action='store_false', dest='verbose', default=True, help='be quiet')
options, arguments = parser.parse_args()
print(options, arguments)
parser.print_help()
print(getopt.getopt(['-a', '-b', 'x', '--long', '--with=y', 'rest', '-z'], 'ab:', ['long', 'with=']), getopt.gnu_getopt(['rest', '-a'], 'a'))
for words in (['-x'], ['-b'], ['--none'], ['--with']):
    try:
        getopt.getopt(words, 'b:', ['with='])
    except getopt.GetoptError as error:
        print(error, error.opt)
sys.stdout.flush()
parser.parse_args(['-n', 'many'])
