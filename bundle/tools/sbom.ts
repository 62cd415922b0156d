// The software bill of materials: CycloneDX 1.6 as JSON. The same bundle always has the same, so it holds no time of day.
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library'
import { digest } from '../../src/engine/engine-file.ts'
import type { Component } from './components.ts'

export const SBOM = 'sbom.cdx.json'

export interface Subject {
  readonly version: string
  readonly buildId: string
  readonly platform: string
}

export function sbomOf(subject: Subject, components: readonly Component[]): string {
  const bom = new Models.Bom()
  bom.serialNumber = `urn:uuid:${uuidOf(JSON.stringify([subject, components]))}`
  const root = new Models.Component(Enums.ComponentType.Application, 'py-runner', {
    version: subject.version,
    bomRef: 'py-runner',
    licenses: new Models.LicenseRepository([new Models.SpdxLicense('MIT')]),
    properties: new Models.PropertyRepository([
      new Models.Property('py-runner:build-id', subject.buildId),
      new Models.Property('py-runner:platform', subject.platform),
    ]),
  })
  bom.metadata.component = root
  for (const each of components) {
    const component = describe(each)
    bom.components.add(component)
    root.dependencies.add(component.bomRef)
  }
  const normalizer = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6)
  return `${new Serialize.JsonSerializer(normalizer).serialize(bom, { sortLists: true, space: 1 })}\n`
}

function describe({ name, version, license, purl }: Component): Models.Component {
  return new Models.Component(Enums.ComponentType.Library, name, {
    bomRef: version === undefined ? name : `${name}@${version}`,
    licenses: new Models.LicenseRepository([new Models.LicenseExpression(license)]),
    ...(version === undefined ? {} : { version }),
    ...(purl === undefined ? {} : { purl }),
  })
}

/** RFC 9562, version 8: a UUID made from a digest. */
function uuidOf(text: string): string {
  const bytes = Buffer.from(digest(Buffer.from(text)), 'hex').subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
