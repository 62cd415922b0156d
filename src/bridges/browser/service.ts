// The service behind the guest's webbrowser: the host end hands a URL to the desktop, with the script's environment.
import { guestEnvironment } from '../../kernel/processes/environment.ts'
import { ask, type Services, waits } from '../../kernel/service.ts'

/** browser.open(url, launcher): None, or why the desktop's browser did not take it. */
const open = waits((kernel, [url = null, launcher = null]) =>
  ask(kernel, 'browser.open', url, launcher, guestEnvironment(kernel)),
)

export const browserServices: Services = { 'browser.open': open }
