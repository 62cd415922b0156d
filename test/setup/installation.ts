// An installation of its own for one test file: a copy of dist, a cache folder, and a home that other users may have.
import { execFile, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Places, snapshotName, snapshotPlaces } from '../../src/engine/snapshot-place.ts'
import { ownWords } from '../../src/own-program.ts'
import { ourselves } from '../../src/setup/holder.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { underTest } from '../support/under-test.ts'

export const sayHow = fileURLToPath(new URL('../engine/programs/say_how.py', import.meta.url))
export const isRoot = process.getuid?.() === 0
/** Some user who is not root and owns nothing. */
export const STRANGER = 65534
/** Whether this process can start py-runner as that user, who must be able to read the node that is tested. */
export const canBeStranger =
  isRoot && spawnSync(process.execPath, ['--version'], { uid: STRANGER, gid: STRANGER, cwd: '/' }).status === 0

export const restored = { stdout: 'restored\n', stderr: '', status: 0 }
export const initialised = { stdout: 'initialised\n', stderr: '', status: 0 }

/** What a lock says whose holder has ended. */
export function deadHolder(): string {
  const [, start, machine] = ourselves().split(' ')
  return `${spawnSync('/bin/true').pid} ${start} ${machine}`
}

export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
}

interface Asked {
  /** As this user; with a home of theirs. */
  readonly uid?: number
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
}

export class Installation {
  readonly root: string
  readonly cli: string

  constructor() {
    this.root = realpathSync(mkdtempSync(join(tmpdir(), 'py-runner-setup-test-')))
    chmodSync(this.root, 0o755)
    this.cli = join(this.root, 'dist/cli.js')
    cpSync(underTest, join(this.root, 'dist'), { recursive: true, filter: (source) => !/\/(snapshots|bin)$/.test(source) })
    for (const name of ['home', 'stranger']) mkdirSync(join(this.root, name))
    if (isRoot) chownSync(this.#home(STRANGER), STRANGER, STRANGER)
  }

  remove(): void {
    this.run(['setup', '--remove'])
    removeFolder(this.root)
  }

  get engine(): string {
    return join(this.root, 'dist/engine')
  }

  /** Where a start of that user looks. */
  places(uid?: number): Places {
    const kept = process.env.XDG_CACHE_HOME
    process.env.XDG_CACHE_HOME = this.#cache(uid)
    try {
      return { ...snapshotPlaces(this.engine) } // asked for now
    } finally {
      if (kept === undefined) delete process.env.XDG_CACHE_HOME
      else process.env.XDG_CACHE_HOME = kept
    }
  }

  snapshot(place: keyof Places = 'installation', uid?: number): string {
    return join(this.places(uid)[place], snapshotName('linux'))
  }

  run(words: readonly string[], asked: Asked = {}): Outcome {
    const { stdout, stderr, status } = spawnSync(process.execPath, [this.cli, ...words], {
      ...this.#means(asked),
      encoding: 'utf8',
    })
    return { stdout, stderr, status }
  }

  /** Says whether it was restored or initialised. */
  start(asked: Asked = {}): Outcome {
    return this.run([sayHow], asked)
  }

  /** The same while others run. */
  startAsync(asked: Asked = {}): Promise<Outcome> {
    return new Promise((resolve) => {
      execFile(process.execPath, [this.cli, sayHow], this.#means(asked), (error, stdout, stderr) =>
        resolve({ stdout, stderr, status: error === null ? 0 : typeof error.code === 'number' ? error.code : null }),
      )
    })
  }

  /** Until no process makes a snapshot for this installation. */
  async makersEnd(): Promise<void> {
    const words = `\0${[this.cli, ...ownWords('setup')].join('\0')}\0`
    const isMaker = (pid: string) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(words)
      } catch {
        return false // ended meanwhile
      }
    }
    while (readdirSync('/proc').some((pid) => /^\d+$/.test(pid) && isMaker(pid))) await delay(20)
  }

  /** Every file and folder of the copy and the homes, by its path. */
  tree(): readonly string[] {
    return (readdirSync(this.root, { recursive: true }) as string[]).sort()
  }

  /** What lies in a place. */
  list(folder = this.places().installation): readonly string[] {
    return existsSync(folder) ? readdirSync(folder).sort() : []
  }

  #means({ uid, env = {}, cwd = '/' }: Asked) {
    const home = this.#home(uid)
    const own = { PATH: '/usr/bin:/bin', HOME: home, XDG_CACHE_HOME: this.#cache(uid) }
    return { cwd, env: { ...own, ...env }, ...(uid === undefined ? {} : { uid, gid: uid }) }
  }

  #home(uid: number | undefined): string {
    return join(this.root, uid === undefined ? 'home' : 'stranger')
  }

  #cache(uid: number | undefined): string {
    return join(this.#home(uid), 'cache')
  }
}
