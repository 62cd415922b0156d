// TypeScript of this repository as one file that a plain node runs: for what must be a process or a worker of its own.
import { type BuildOptions, build } from 'esbuild'

/** Writes the bundle of `entry` (a path) to `file` and answers `file`. */
export async function bundle(entry: string, file: string, options: Pick<BuildOptions, 'plugins'> = {}): Promise<string> {
  await build({
    ...options,
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  })
  return file
}
