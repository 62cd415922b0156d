# json reads and writes configuration as documented, errors with line and column
import datetime
import decimal
import json
import math

document = {'name': 'Größe', 'list': [1, 2.5, -0.0, 1e100, True, None, []], 'nested': {'b': {}, 'a': 'quote " and \\ and \u2028 \x07'}, 3: 'number key'}
for options in ({}, {'indent': 2}, {'sort_keys': False, 'separators': (',', ':')}, {'ensure_ascii': False}, {'indent': '\t', 'ensure_ascii': False}):
    print(json.dumps(document, **options))
with open('config.json', 'w', encoding='utf-8') as stream:
    json.dump({'b': 1, 'a': [1, {'c': 'ü'}]}, stream, indent=4, sort_keys=True)
with open('config.json', encoding='utf-8') as stream:
    print(json.load(stream))
print(json.loads('[1, 1.0, 1e3, "\\u00e4\\ud83d\\ude00", NaN, -Infinity]'), json.loads(b'{"a": 1}'), json.loads(' "x" '))
print(json.loads('{"a": 1, "a": 2}'), json.loads('{"a": 1.10}', parse_float=decimal.Decimal), json.loads('{"a": 1}', object_pairs_hook=list))
for text in ('', '{', '{"a" 1}', "{'a': 1}", '[1 2]', '[1]]', '"open', '{"a": tru}', '"\\x"', '"tab\there"', '[01]', '{"a": 1\n"b": 2}'):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(error, (error.lineno, error.colno, error.pos))
print(json.dumps({'when': datetime.datetime(2024, 2, 29, 1, 2, 3)}, default=str))
loop = []
loop.append(loop)
for value in ({1, 2}, loop, math.nan):
    try:
        print(json.dumps(value, allow_nan=False))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error)[:40])
print(len(json.dumps([[]] * 1000)), json.loads('[' * 400 + ']' * 400) != [])
