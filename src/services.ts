// The services that every guest has: the kernel's own and those of each bridge.
import { browserServices } from './bridges/browser/service.ts'
import { cryptoServices } from './bridges/crypto/service.ts'
import { httpServices } from './bridges/http/service.ts'
import type { Services } from './kernel/service.ts'
import { kernelServices } from './kernel/services.ts'

export const guestServices: Services = { ...kernelServices, ...browserServices, ...cryptoServices, ...httpServices }
