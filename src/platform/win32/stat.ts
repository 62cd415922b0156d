// What os.stat shows of a file on Windows, from what the host knows: CPython Modules/posixmodule.c, win32_xstat, and
// Python/fileutils.c, _Py_attribute_data_to_stat. There are no owners, and of the mode only "read-only".
import type { Stat } from '../../kernel/structs.ts'

export function windowsStat(stat: Stat): Stat {
  return { ...times(stat), mode: mode(stat.mode), uid: 0n, gid: 0n, rdev: 0n }
}

// st_ctime is the time of creation.
function times({
  dev,
  ino,
  nlink,
  size,
  blksize,
  blocks,
  atimeNs,
  mtimeNs,
  ctimeNs,
  birthtimeNs,
}: Stat): Omit<Stat, 'mode' | 'uid' | 'gid' | 'rdev'> {
  return { dev, ino, nlink, size, blksize, blocks, atimeNs, mtimeNs, ctimeNs: birthtimeNs ?? ctimeNs }
}

function mode(host: bigint): bigint {
  const kind = host & S.IFMT
  if (kind === S.IFDIR) return kind | 0o777n
  return kind | (host & S.IWUSR ? 0o666n : 0o444n)
}
const S = { IFMT: 0o170000n, IFDIR: 0o040000n, IWUSR: 0o200n } as const
