# csv reads and writes the dialects that spreadsheets and inventories use
import csv
import io
import sys

rows = [['name', 'size', 'note'], ['disk, big', 12, 'says "hi"'], ['größe', 1.5, 'two\nlines'], ['', None, True]]
with open('table.csv', 'w', newline='', encoding='utf-8') as stream:
    writer = csv.writer(stream)
    print([writer.writerow(row) for row in rows])
print(open('table.csv', 'rb').read())
with open('table.csv', newline='', encoding='utf-8') as stream:
    reader = csv.reader(stream)
    for row in reader:
        print(reader.line_num, row)
for options in ({'delimiter': ';', 'quoting': csv.QUOTE_ALL}, {'dialect': 'excel-tab'}, {'quoting': csv.QUOTE_NONNUMERIC}, {'quoting': csv.QUOTE_NONE, 'escapechar': '\\'}, {'lineterminator': '\n', 'quotechar': "'"}):
    out = io.StringIO()
    csv.writer(out, **options).writerows(rows[:2])
    print(repr(out.getvalue()))
out = csv.DictWriter(sys.stdout, ['host', 'ip'], extrasaction='ignore', restval='-', lineterminator='\n')
out.writeheader()
out.writerows([{'host': 'a', 'ip': '10.0.0.1', 'x': 1}, {'host': 'b'}])
for record in csv.DictReader(io.StringIO('a,b\n1,2\n3\n4,5,6\n')):
    print(record)
print(csv.Sniffer().sniff('a;b;c\n1;2;3\n').delimiter, csv.Sniffer().has_header('name,age\nbob,3\n'), csv.list_dialects())
for text, options in (('"open', {'strict': True}), ('"a"b', {'strict': True})):
    try:
        print(list(csv.reader([text], **options)))
    except csv.Error as error:
        print(error)
try:
    csv.DictWriter(sys.stdout, ['a']).writerow({'b': 1})
except ValueError as error:
    print(error)
