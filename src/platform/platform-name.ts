// The platforms by name, as `sys.platform` has them.

export type PlatformName = 'linux' | 'darwin' | 'win32'
