# xml.etree and minidom read, search, change and write documents
import io
import sys
import xml.dom.minidom
import xml.etree.ElementTree as ET

source = '''<?xml version="1.0" encoding="utf-8"?>
<!-- inventory -->
<inventory xmlns:x="http://example.com/x">
  <host name="web1" os="linux"><ip>10.0.0.1</ip><note>grün &amp; gut</note></host>
  <host name="db1" os="bsd"><ip>10.0.0.2</ip><x:extra/></host>
  <![CDATA[raw <text>]]>
</inventory>
'''
with open('inventory.xml', 'w', encoding='utf-8') as stream:
    stream.write(source)
tree = ET.parse('inventory.xml')
root = tree.getroot()
print(root.tag, len(root), [host.get('name') for host in root.iter('host')], root.find("host[@os='bsd']/ip").text, root.findtext('host/note'))
for host in root.findall('host'):
    ET.SubElement(host, 'checked', when='now').text = host.attrib['name'] + ' < ok'
    host.set('os', host.get('os').upper())
root.remove(root.find('host'))
ET.indent(tree)
tree.write(sys.stdout.buffer, encoding='utf-8', xml_declaration=True)
print()
print(ET.tostring(ET.fromstring('<a b="1"><c/>tail é</a>')), ET.tostring(ET.fromstring('<a/>'), encoding='unicode', short_empty_elements=False))
for event, element in ET.iterparse(io.StringIO(source.split('?>')[1]), events=('start', 'end', 'start-ns')):
    print(event, element if event == 'start-ns' else element.tag)
for wrong in ('<a>', '<a></b>', 'text', '', '<a>&nope;</a>', '<a b=1/>', '<a/><b/>'):
    try:
        ET.fromstring(wrong)
    except ET.ParseError as error:
        print(error, error.position)
document = xml.dom.minidom.parseString(source.encode())
print(document.documentElement.tagName, [node.getAttribute('name') for node in document.getElementsByTagName('host')])
made = xml.dom.minidom.Document()
top = made.appendChild(made.createElement('top'))
top.setAttribute('q', 'a"b<c')
top.appendChild(made.createTextNode('x > y'))
print(made.toprettyxml(indent='  '), made.toxml())
