# pathlib reads, writes, lists, resolves and renames as os does
import os
import pathlib
import stat

here = pathlib.Path('.')
folder = here / 'etc' / 'app'
folder.mkdir(parents=True)
config = folder / 'app.conf'
print(config.write_text('key = wert ä\n', encoding='utf-8'), config.read_bytes(), repr(config.read_text(encoding='utf-8')))
print(config.name, config.stem, config.suffix, config.parent, config.parts, config.with_suffix('.bak'), config.with_name('x'))
print(config.exists(), config.is_file(), folder.is_dir(), config.is_symlink(), (folder / 'absent').exists())
config.chmod(0o600)
print(stat.filemode(config.stat().st_mode), config.stat().st_size, config.owner() == pathlib.Path('script.py').owner(), config.group() != '')
link = folder / 'link'
link.symlink_to('app.conf')
print(os.readlink(link), link.resolve() == config.resolve(), link.samefile(config), link.lstat().st_size)
(folder / 'hard').hardlink_to(config)
print(config.stat().st_nlink, sorted(path.name for path in folder.iterdir()))
moved = config.rename(folder / 'moved.conf')
print(moved, config.exists(), moved.replace(config), config.absolute() == pathlib.Path.cwd() / config)
print(config.relative_to('etc'), pathlib.PurePosixPath('/a/../b').as_posix(), pathlib.PureWindowsPath(r'C:\a\b').parts, config.as_uri() if config.is_absolute() else 'relative')
print(pathlib.Path('~').expanduser() == pathlib.Path.home(), pathlib.Path('/a/b.tar.gz').suffixes, pathlib.Path('a').joinpath('b', '/c'))
(folder / 'touched').touch()
(folder / 'touched').unlink()
(folder / 'touched').unlink(missing_ok=True)
with (folder / 'opened').open('w') as stream:
    stream.write('x')
for action in (lambda: (folder / 'absent').read_text(), lambda: folder.rmdir(), lambda: folder.mkdir(), lambda: (folder / 'absent').unlink(), lambda: pathlib.Path('a').with_name('')):
    try:
        action()
    except (OSError, ValueError) as error:
        print(type(error).__name__, str(error).replace(str(pathlib.Path.cwd()), '.'))
print([str(path) for path in config.parents], config < moved, hash(config) == hash(pathlib.Path('etc/app/app.conf')))
