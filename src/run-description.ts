// What the guest asks before a script runs, in one answer: each question of its own would cost a tenth of a millisecond, which
// is what code takes that runs for the first time.
import fs from 'node:fs'
import { AT_FDCWD } from './kernel/arguments.ts'
import type { Kernel } from './kernel/kernel.ts'
import { variableOf } from './kernel/processes/environment.ts'
import type { Service } from './kernel/service.ts'
import { moduleNames } from './modules-beside.ts'
import type { RunOptions } from './run-options.ts'
import type { Value } from './transport/marshal.ts'

export interface RunFacts {
  /** Whether the interpreter came from a snapshot. */
  restored: boolean
  readonly canMove: boolean
  /** What the script's file holds, where that was read. */
  readonly source: Uint8Array | undefined
  /** What an earlier run has kept of it. */
  readonly code: Uint8Array | undefined
  /** Whether there is a place to keep it. */
  readonly keepsCode: boolean
}

/** run.start(zone): a dict; `zone` is the key of the time zone that the guest has settled on. _pyrunner/start.py takes it apart. */
export function describeRun(options: RunOptions, facts: RunFacts): Service {
  return (kernel, [zone]) => {
    const tz = variableOf(options.environment, 'TZ')
    kernel.signals.begin() // who asks this catches what an interrupt raises
    return new Map<string, Value>([
      ['mode', options.mode],
      ['target', options.target],
      ['argv', options.argv],
      ['orig_argv', options.origArgv],
      ['environment', options.environment],
      ['executable', Buffer.from(options.executable)],
      ['restored', facts.restored],
      ['can_move', facts.canMove],
      ['dialect', options.dialect ?? 0],
      ['flags', new Map(Object.entries(options.python?.flags ?? {}))],
      ['warnings', options.python?.warnings ?? []],
      ['implementation', options.python?.implementation ?? []],
      ['streams', [0, 1, 2].map((fd) => modeOf(kernel, fd))],
      ['ids_differ', process.getuid?.() !== process.geteuid?.() || process.getgid?.() !== process.getegid?.()],
      ['zone_is_settled', kernel.zoneKey(tz && Buffer.from(tz).toString('latin1')) === zone],
      ['script', scriptFacts(kernel, options, facts)],
      ['keeps_code', facts.keepsCode],
    ])
  }
}

/** st_mode of a descriptor; null where it is closed. */
function modeOf(kernel: Kernel, fd: number): number | null {
  const stat = kernel.descriptors.get(fd)?.file.stat()
  return stat === undefined || typeof stat === 'string' ? null : Number(stat.mode)
}

/**
 * (folder with links followed, names in it that can be modules, source or null, kept code or null: one of both) of a script that
 * is a regular file; else null, and the guest asks.
 */
function scriptFacts(kernel: Kernel, { mode, target }: RunOptions, { source, code }: RunFacts): Value {
  if (mode !== 'file' || source === undefined || kernel.platform.name === 'win32') return null
  const path = kernel.paths.resolve(AT_FDCWD, Buffer.from(target))
  if (typeof path === 'string' || path.readOnly) return null
  try {
    const real = fs.realpathSync.native(path.host, 'buffer')
    const folder = real.subarray(0, Math.max(1, real.lastIndexOf('/')))
    return [folder, moduleNames(folder), code ? null : source, code ?? null]
  } catch {
    return null
  }
}
