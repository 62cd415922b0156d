// What was pushed and not taken stands in the log as well: from whom, for which event, and why.
import { accountOf, ourAccount } from '../accounts.ts'
import { AuditLog } from '../audit-log.ts'
import { type ClientOptions, dataFolder } from '../client.ts'
import type { Rejected } from './pushed.ts'
import type { Verified } from './server-name.ts'

export function recordRejected(
  { event, reason }: Rejected,
  server: Verified,
  { client, asUser }: { readonly client: ClientOptions; readonly asUser?: string | undefined },
): void {
  const { name } = asUser === undefined ? ourAccount() : accountOf(asUser)
  new AuditLog(dataFolder(client)).write({
    when: new Date().toISOString(),
    ...('server' in server ? { server: server.server } : { server: null, unverified: server.unverified }),
    user: null,
    as: name,
    event,
    outcome: 'refused',
    reason,
  })
}
