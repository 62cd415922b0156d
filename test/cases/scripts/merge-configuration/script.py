# Merge JSON, INI and environment settings by priority and write the result atomically
import configparser
import json
import os
import tempfile


def merged(base, extra):
    result = dict(base)
    for key, value in extra.items():
        result[key] = merged(result[key], value) if isinstance(value, dict) and isinstance(result.get(key), dict) else value
    return result


def write_atomically(path, text):
    folder = os.path.dirname(os.path.abspath(path))
    descriptor, temporary = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(descriptor, 'w', encoding='utf-8') as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


with open('defaults.json', encoding='utf-8') as stream:
    settings = json.load(stream)
parser = configparser.ConfigParser()
parser.read('site.ini')
settings = merged(settings, {section: dict(parser[section]) for section in parser.sections()})
for name in sorted(os.environ):
    if name.startswith('APP_'):
        section, _, key = name[4:].lower().partition('_')
        settings = merged(settings, {section: {key: os.environ[name]}})
write_atomically('result.json', json.dumps(settings, indent=2, sort_keys=True, ensure_ascii=False) + '\n')
write_atomically('result.json', open('result.json', encoding='utf-8').read())
print(open('result.json', encoding='utf-8').read(), sorted(os.listdir('.')), oct(os.stat('result.json').st_mode))
