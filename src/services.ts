// The services that every guest has: the kernel's own and those of each bridge.
import { kernelServices } from './kernel/services.ts'
import type { Services } from './kernel/service.ts'

export const guestServices: Services = { ...kernelServices }
