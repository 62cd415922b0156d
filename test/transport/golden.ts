// golden.json: the bytes that both ends of each border must write and read, whatever they are written in.
import { readFileSync } from 'node:fs'
import { KIND } from '../../src/transport/frames.ts'
import { fields, listField, mapField, numberField } from '../support/json-fields.ts'

export interface GoldenFrame {
  readonly kind: keyof typeof KIND
  readonly id: number
  readonly payload: string
  readonly frame: string
}

const read = fields(JSON.parse(readFileSync(new URL('golden.json', import.meta.url), 'utf8')), ['values', 'frames'])

/** Name to hexadecimal. */
export const goldenValues = read('values', (value) => mapField(value, hexField)) ?? {}
export const goldenFrames = read('frames', (value) => listField(value, frameField)) ?? []

function frameField(value: unknown): GoldenFrame {
  const part = fields(value, ['kind', 'id', 'payload', 'frame'])
  const kind = part('kind', kindField)
  const id = part('id', numberField)
  const payload = part('payload', hexField)
  const frame = part('frame', hexField)
  if (kind === undefined || id === undefined || payload === undefined || frame === undefined)
    throw new Error('a frame needs "kind", "id", "payload" and "frame"')
  return { kind, id, payload, frame }
}

function kindField(value: unknown): keyof typeof KIND {
  if (typeof value !== 'string' || !(value in KIND)) throw new Error(`${JSON.stringify(value)} is no kind of frame`)
  return value as keyof typeof KIND // looked up in the line above
}

function hexField(value: unknown): string {
  if (typeof value !== 'string' || !/^([0-9a-f]{2})*$/.test(value)) throw new Error(`${JSON.stringify(value)} is no hexadecimal`)
  return value
}
