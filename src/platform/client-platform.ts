// This machine by the name that profiles of clients use.

export function thisPlatform(): 'windows' | 'mac' | 'linux' {
  if (process.platform === 'win32') return 'windows'
  return process.platform === 'darwin' ? 'mac' : 'linux'
}
