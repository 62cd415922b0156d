// Which npm packages are in the host's code: what esbuild really took.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'

export interface Package {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly purl: string
}

export function packagesIn(root: string, metafiles: readonly Metafile[]): readonly Package[] {
  const folders = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([input, { bytesInOutput }]) =>
        bytesInOutput > 0 ? (/^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []) : [],
      ),
    ),
  )
  return [...new Set(folders)]
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Package // every package has these
      return { name, version, license: SPDX[license] ?? license, purl: `pkg:npm/${name.replace('@', '%40')}@${version}` }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** What package.json says in other words: the text of the licence that comes with it is this one. */
const SPDX: Readonly<Record<string, string>> = { BSD: 'BSD-2-Clause' }
