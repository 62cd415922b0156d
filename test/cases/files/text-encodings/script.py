# Text is written and read in the encodings that configuration files come in
text = 'Größe: 12 €\nñandú\n'
for encoding in ('utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-32-be', 'cp1252', 'iso8859-15', 'cp437'):
    try:
        with open('text.' + encoding, 'w', encoding=encoding) as stream:
            stream.write(text)
    except UnicodeEncodeError as error:
        print(encoding, error)
        continue
    with open('text.' + encoding, encoding=encoding) as stream:
        same = stream.read() == text
    with open('text.' + encoding, 'rb') as stream:
        print(encoding, same, stream.read()[:12])

with open('latin.txt', 'wb') as stream:
    stream.write(b'caf\xe9\n')
for errors in ('strict', 'ignore', 'replace', 'surrogateescape', 'backslashreplace'):
    try:
        with open('latin.txt', encoding='utf-8', errors=errors) as stream:
            print(errors, ascii(stream.read()))
    except UnicodeDecodeError as error:
        print(errors, error)
for errors in ('ignore', 'replace', 'xmlcharrefreplace', 'namereplace'):
    print(errors, 'é€'.encode('ascii', errors))
try:
    open('latin.txt', encoding='klingon')
except LookupError as error:
    print(error)
with open('default.txt', 'w') as stream:
    print(stream.encoding, stream.errors)
