// The end of py-runner.js, for who loads it whole: a client of a bundle, which asks it for one of the package's entries by name.
import { linkParts, type Part } from './link-parts.ts'

/** From bundle/parts.ts: what stands before this. */
declare const parts: Readonly<Record<string, Part>>

const { load } = linkParts(import.meta.dirname, (name) => parts[name] as Part) // the build knows which there are
export const part = (name: string): unknown => load(`./${name}`)
