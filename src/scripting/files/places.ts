// Where a client's files lie on each system: settings of the administrator and of the user, and what the engine keeps.
import os from 'node:os'
import type { ClientPlatform } from '../profile/words.ts'

export interface Places {
  /** Only an administrator writes here; its keys beat the user's. */
  readonly systemSettings: string
  readonly userSettings: string
  /** Approvals, the log, the folders that scripts run in. */
  readonly data: string
}

export interface Surroundings {
  readonly platform: ClientPlatform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** The engine runs as root or as the system. */
  readonly isAdmin: boolean
}

export function surroundingsOf(platform: ClientPlatform): Surroundings {
  return { platform, environment: process.env, home: os.homedir(), isAdmin: process.getuid?.() === 0 }
}

export function placesOf({ platform, environment, home, isAdmin }: Surroundings): Places {
  if (platform === 'windows') {
    const programData = environment.ProgramData || 'C:\\ProgramData'
    const own = (name: 'APPDATA' | 'LOCALAPPDATA', folder: string) => environment[name] || `${home}\\AppData\\${folder}`
    return {
      systemSettings: `${programData}\\py-runner\\settings.json`,
      userSettings: `${own('APPDATA', 'Roaming')}\\py-runner\\settings.json`,
      data: isAdmin ? `${programData}\\py-runner\\data` : `${own('LOCALAPPDATA', 'Local')}\\py-runner`,
    }
  }
  if (platform === 'mac') {
    const support = 'Library/Application Support/py-runner'
    return {
      systemSettings: `/${support}/settings.json`,
      userSettings: `${home}/${support}/settings.json`,
      data: isAdmin ? `/${support}/data` : `${home}/${support}`,
    }
  }
  // XDG Base Directory Specification; for root the Filesystem Hierarchy Standard: users that root runs scripts for must get there.
  // Its rule too: what is no whole path is as if it were not set.
  const whole = (name: 'XDG_DATA_HOME' | 'XDG_CONFIG_HOME') =>
    environment[name]?.startsWith('/') ? environment[name] : undefined
  const data = whole('XDG_DATA_HOME') ?? (isAdmin ? '/var/lib' : `${home}/.local/share`)
  return {
    systemSettings: '/etc/py-runner/settings.json',
    userSettings: `${whole('XDG_CONFIG_HOME') ?? `${home}/.config`}/py-runner/settings.json`,
    data: `${data}/py-runner`,
  }
}
