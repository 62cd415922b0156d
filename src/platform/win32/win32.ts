// The persona of Windows on a host of another kind: a folder is drive C:, Python believes in Windows from its first
// instruction on, and errors, paths and metadata look as there. What the host is asked with is the host's own platform.
import type { Platform } from '../platform.ts'
import { WINDOWS_ERRNO } from './errno-numbers.ts'
import { errnoNumber, errorWords, report } from './error-report.ts'
import { windowsPaths } from './paths.ts'
import { windowsServices } from './services.ts'
import { startedBy } from './started-by.ts'
import { windowsStat } from './stat.ts'

const PREFIX = 'C:\\.py-runner'
const EXECUTABLE = `${PREFIX}\\python.exe`

/** `driveFolder`: the host's folder that the guest sees as C:. */
export function windowsOn(host: Platform, driveFolder: string): Platform {
  return {
    ...host,
    name: 'win32',
    layout: { prefix: PREFIX, library: `${PREFIX}\\Lib`, executable: EXECUTABLE },
    paths: windowsPaths(driveFolder, PREFIX),
    executable: () => EXECUTABLE, // the launcher is no program of Windows
    persona: {
      renamed: { posix: '_posix' },
      absent: ['_ctypes', '_posixsubprocess', 'fcntl', 'grp', 'pwd', 'readline', 'resource', 'syslog', 'termios'],
      libraryFolder: 'DLLs',
      fileNameErrors: 'surrogatepass',
      streamErrors: 'strict',
      lineEnd: '\r\n',
      errorWords: { module: '_pyrunner.windows_errors', name: 'words' },
    },
    errnoTable: WINDOWS_ERRNO,
    errnoNumber,
    errorWords,
    report,
    opensDirectories: false,
    shownStat: windowsStat,
    services: windowsServices,
    startedBy,
    directoryBase: (_, path) => path, // so that the working directory keeps its name in the drive
  }
}
