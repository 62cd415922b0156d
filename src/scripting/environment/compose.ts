// The environment that a script starts with: what it starts from, what was pushed, what the client itself says.
import type { Variable } from '../profile/resolve.ts'
import type { ClientPlatform } from '../profile/words.ts'
import type { SessionState } from '../session.ts'

export type Environment = Readonly<Record<string, string>>

/** Every script is told these, whatever was pushed under their names. */
export function composeEnvironment(
  base: Environment,
  pushed: ReadonlyMap<string, Variable>,
  { reconnects, graceful }: SessionState,
  platform: ClientPlatform,
): Environment {
  const composed = new Variables(base, platform === 'windows')
  for (const [name, { value }] of pushed) composed.set(name, value)
  const prepath = pushed.get('PREPATH')?.value
  if (prepath) {
    const separator = platform === 'windows' ? ';' : ':'
    const path = composed.get('PATH')
    composed.set('PATH', path ? `${prepath}${separator}${path}` : prepath)
  }
  composed.set('N_RECONNECTS', String(reconnects))
  composed.set('GRACEFUL_DISCONNECT', graceful ? '1' : '0')
  return composed.all()
}

// Names on Windows are the same in any case, and keep the one that was there.
class Variables {
  readonly #entries = new Map<string, readonly [name: string, value: string]>()
  readonly #key: (name: string) => string
  constructor(base: Environment, foldsCase: boolean) {
    this.#key = foldsCase ? (name) => name.toUpperCase() : (name) => name
    for (const [name, value] of Object.entries(base)) this.set(name, value)
  }
  get(name: string): string | undefined {
    return this.#entries.get(this.#key(name))?.[1]
  }
  set(name: string, value: string): void {
    const [kept = name] = this.#entries.get(this.#key(name)) ?? []
    this.#entries.set(this.#key(name), [kept, value])
  }
  all(): Environment {
    return Object.fromEntries(this.#entries.values())
  }
}
