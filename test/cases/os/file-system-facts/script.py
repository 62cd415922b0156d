# statvfs, disk_usage, pathconf and sync report the file system that the folder lies on
import os
import shutil

info = os.statvfs('.')
print(info.f_bsize, info.f_frsize, info.f_namemax, len(info), info.f_blocks > 0, info.f_bfree >= info.f_bavail)
print(info.f_files, info.f_blocks, info.f_flag & os.ST_RDONLY)
descriptor = os.open('.', os.O_RDONLY)
print(os.fstatvfs(descriptor).f_blocks == info.f_blocks, os.statvfs(descriptor).f_bsize)
usage = shutil.disk_usage('.')
print(usage.total == info.f_blocks * info.f_frsize, usage.used > 0, usage.free > 0)
print(os.pathconf('.', 'PC_NAME_MAX'), os.fpathconf(descriptor, 'PC_PATH_MAX'))
os.fsync(descriptor)
os.close(descriptor)
os.sync()
try:
    os.statvfs('absent')
except OSError as error:
    print(error)
