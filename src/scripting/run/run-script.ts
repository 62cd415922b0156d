// Runs one script for which every gate is open: its file, its folder, its user, its child.
import { durationMs } from '../../duration.ts'
import { InternalError } from '../../errors.ts'
import type { Context, Decision } from '../decide.ts'
import type { ScriptResult } from '../event.ts'
import type { DataFolder } from '../files/data-folder.ts'
import { secretsOf } from '../gates/secrets.ts'
import { auditEntry, common } from '../outcomes.ts'
import { Receipt } from '../receipt.ts'
import { runChild, StartFailure } from './child.ts'
import { asAccount, serverFolderOf } from './identity.ts'

const DEFAULT_TIMEOUT = '5m'
/** What a script of a disconnect gets when the client quits. */
const DISCONNECT_GRACE_MS = 5_000

type Outcome = Pick<ScriptResult, 'outcome' | 'status' | 'reason' | 'started' | 'ended' | 'receipt'>

export async function runScript(decision: Decision, context: Context, data: DataFolder, signal: AbortSignal): Promise<Outcome> {
  const { level, runnable } = decision
  if (!runnable) throw new InternalError('a script without a way to run was to be run')
  const { request, server } = context
  const account = level === 'user' ? context.asUser : undefined
  const { way, launch, environment } = runnable
  const started = new Date().toISOString()
  const begun = { ...common(decision, request.event), outcome: 'ran', started } as const
  const receipt = new Receipt(data.receipts(), auditEntry(decision, begun, context))
  const file = data.scriptFile(`script${way.extension}`, way.content, account)
  const finish = (outcome: Omit<Outcome, 'started' | 'ended'>): Outcome => {
    const whole = { ...outcome, started, ended: new Date().toISOString(), receipt: receipt.id }
    receipt.ended(auditEntry(decision, { ...begun, ...whole }, context))
    return whole
  }
  try {
    const cwd = account ? serverFolderOf(account, server) : data.serverFolder(server)
    const plain = { ...launch.command(file.path), cwd, environment }
    const child = await runChild(account ? asAccount(account, plain) : plain, childOptions(decision, context, receipt, signal))
    return finish({ outcome: 'ran', ...child })
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error
    // The interpreter was there when it was looked up.
    const status = error.code === 'ENOENT' ? 127 : 126
    return finish({
      outcome: 'failed',
      status,
      reason: { code: status === 127 ? 'not-found' : 'not-executable', message: error.message },
    })
  } finally {
    file.remove()
  }
}

function childOptions({ script }: Decision, { options, request, pushed }: Context, receipt: Receipt, signal: AbortSignal) {
  return {
    timeoutMs: durationMs(script.timeout ?? DEFAULT_TIMEOUT),
    signal,
    graceMs: request.event === 'disconnect' ? DISCONNECT_GRACE_MS : 0,
    secrets: secretsOf(pushed),
    output: (stream: 'stdout' | 'stderr', bytes: Buffer) => {
      receipt.output(bytes)
      options.output?.(script.name, stream, bytes)
    },
  }
}
