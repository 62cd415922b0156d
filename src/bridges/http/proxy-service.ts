// The service behind proxy_settings.py: where the program lies that tells the system's proxies, and what it tells.
import { AT_FDCWD } from '../../kernel/arguments.ts'
import { ask, type Services, waits } from '../../kernel/service.ts'

/** http.proxy_settings(tool, program): a dict of what it tells; None where it tells nothing. The program is a path of the guest's. */
const proxySettings = waits((kernel, [tool = null, program]) => {
  const found = kernel.paths.resolve(AT_FDCWD, Buffer.from(String(program)))
  return typeof found === 'string' ? null : ask(kernel, 'http.proxy_settings', tool, found.host)
})

export const proxyServices: Services = { 'http.proxy_settings': proxySettings }
