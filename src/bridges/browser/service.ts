// The services behind the guest's webbrowser: what a script opens, the host end starts, with the script's environment.
import { guestEnvironment } from '../../kernel/processes/environment.ts'
import { ask, type Service, type Services } from '../../kernel/service.ts'

/** browser.open(url, launcher): None, or why the desktop's browser did not take it. */
const open: Service = (kernel, [url = null, launcher = null]) =>
  ask(kernel, 'browser.open', url, launcher, guestEnvironment(kernel))

/** browser.launch(program, arguments, waits): the program's exit status, 0 when it is not waited for. */
const launch: Service = (kernel, [program = null, args = [], waits = false]) =>
  ask(kernel, 'browser.launch', program, args, waits, kernel.paths.hostCwd(), guestEnvironment(kernel))

export const browserServices: Services = { 'browser.open': open, 'browser.launch': launch }
