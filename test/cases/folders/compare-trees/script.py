# filecmp and difflib report what differs between two folders
import difflib
import filecmp
import os

for name, text in (('left/same', 'same\n'), ('right/same', 'same\n'), ('left/only', 'x\n'), ('right/other', 'y\n'),
                   ('left/differs', 'one\ntwo\nthree\n'), ('right/differs', 'one\n2\nthree\nfour\n'), ('left/sub/a', 'a'), ('right/sub/a', 'b')):
    os.makedirs(os.path.dirname(name), exist_ok=True)
    with open(name, 'w') as stream:
        stream.write(text)
    os.utime(name, (0, 0))
comparison = filecmp.dircmp('left', 'right')
print(comparison.left_only, comparison.right_only, comparison.same_files, sorted(comparison.common), comparison.common_dirs)
print(filecmp.cmp('left/differs', 'right/differs', shallow=False), filecmp.cmpfiles('left', 'right', ['same', 'differs', 'only'], shallow=False))
comparison.report()
with open('left/differs') as left, open('right/differs') as right:
    lines = left.readlines(), right.readlines()
print(''.join(difflib.unified_diff(*lines, 'left', 'right')), end='')
print(''.join(difflib.context_diff(*lines, 'left', 'right')), end='')
print(''.join(difflib.ndiff(*lines)), end='')
print(difflib.get_close_matches('sevice', ['service', 'device', 'other']), round(difflib.SequenceMatcher(None, 'abcd', 'bcde').ratio(), 3))
