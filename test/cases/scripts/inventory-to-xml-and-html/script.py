# Turn a CSV inventory into XML and an HTML page, escaping what needs it
import csv
import html
import string
import xml.etree.ElementTree as ET
from dataclasses import dataclass


@dataclass
class Item:
    name: str
    price: float
    tags: tuple

    @classmethod
    def parse(cls, row):
        return cls(row['name'].strip(), float(row['price'].replace(',', '.')), tuple(filter(None, row['tags'].split('|'))))


with open('stock.csv', newline='', encoding='utf-8-sig') as stream:
    items = [Item.parse(row) for row in csv.DictReader(stream, delimiter=';')]
root = ET.Element('stock', count=str(len(items)))
for item in sorted(items, key=lambda item: (-item.price, item.name)):
    element = ET.SubElement(root, 'item', price='%.2f' % item.price)
    element.text = item.name
    for tag in item.tags:
        ET.SubElement(element, 'tag').text = tag
ET.indent(root)
ET.ElementTree(root).write('stock.xml', encoding='utf-8', xml_declaration=True)
page = string.Template('<table>\n$rows</table>\n<p>$total</p>\n')
rows = ''.join('<tr><td>%s</td><td>%s</td></tr>\n' % (html.escape(item.name), f'{item.price:,.2f}') for item in items)
with open('stock.html', 'w', encoding='utf-8') as stream:
    stream.write(page.substitute(rows=rows, total=f'{sum(item.price for item in items):,.2f}'))
print(open('stock.xml', encoding='utf-8').read(), open('stock.html', encoding='utf-8').read(), sep='\n')
