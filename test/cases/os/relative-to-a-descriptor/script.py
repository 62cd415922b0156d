# Every call that takes dir_fd works below that folder, whatever the current one is
import os

os.makedirs('base/inner')
base = os.open('base', os.O_RDONLY | os.O_DIRECTORY)
os.chdir('/')

descriptor = os.open('file', os.O_CREAT | os.O_WRONLY, 0o600, dir_fd=base)
os.write(descriptor, b'text')
os.close(descriptor)
os.mkdir('made', 0o700, dir_fd=base)
os.symlink('file', 'soft', dir_fd=base)
os.link('file', 'hard', src_dir_fd=base, dst_dir_fd=base)
os.rename('file', 'inner/moved', src_dir_fd=base, dst_dir_fd=base)
os.chmod('hard', 0o640, dir_fd=base)
os.chown('hard', -1, -1, dir_fd=base)
os.utime('hard', ns=(1, 2), dir_fd=base)
os.mkfifo('fifo', 0o600, dir_fd=base)
print(os.readlink('soft', dir_fd=base), os.access('hard', os.R_OK, dir_fd=base))
info = os.stat('hard', dir_fd=base)
print(info.st_size, info.st_nlink, oct(info.st_mode), info.st_mtime_ns)
print(os.stat('soft', dir_fd=base, follow_symlinks=False).st_size)
os.unlink('soft', dir_fd=base)
os.rmdir('made', dir_fd=base)
os.unlink('fifo', dir_fd=base)
os.replace('hard', 'replaced', src_dir_fd=base, dst_dir_fd=base)
os.fchdir(base)
print(sorted(os.listdir('.')), os.listdir('inner'), os.path.basename(os.getcwd()))
for action in (lambda: os.stat('absent', dir_fd=base), lambda: os.open('x', os.O_RDONLY, dir_fd=999), lambda: os.unlink('inner', dir_fd=base)):
    try:
        action()
    except OSError as error:
        print(type(error).__name__, error)
print(os.stat('/dev/null', dir_fd=base).st_size, os.open in os.supports_dir_fd, os.listdir in os.supports_fd)
