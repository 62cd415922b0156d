from pathlib import Path
print(Path('file').read_text(), unicode('x'))
