// The services that every guest has: the kernel's own and those of each bridge.
import { browserServices } from './bridges/browser/service.ts'
import { cryptoServices } from './bridges/crypto/service.ts'
import { httpServices } from './bridges/http/service.ts'
import { ask, type Services, waits } from './kernel/service.ts'
import { kernelServices } from './kernel/services.ts'

export const guestServices: Services = { ...kernelServices, ...browserServices, ...cryptoServices, ...httpServices }

/** What a running script has besides: the build, which has no host end, answers for itself. */
export const compileServices: Services = {
  'compile.elsewhere': waits((kernel, [path, optimize], source) =>
    ask(kernel, 'compile.elsewhere', path ?? null, optimize ?? null, source.slice()),
  ),
}
