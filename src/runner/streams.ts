// The standard streams of one run, as its caller set them: what the guest is told, the operations of the host end that serve
// it, and what came of them.
import type { Readable } from 'node:stream'
import { UsageError } from '../errors.ts'
import type { StreamKind, StreamPlan } from '../kernel/streams/stream-plan.ts'
import type { Operation } from '../transport/host-link.ts'
import { Input } from './input.ts'
import { Collector, callbackSink, isWritable, Output, ReadableSink, type Sink, writableSink } from './output.ts'
import type { OutputTarget, RunSettings } from './settings.ts'

const MAX_BYTES = 10 << 20

export class RunStreams {
  readonly plan: StreamPlan
  readonly #input: Input | undefined
  readonly #outputs: Readonly<Record<1 | 2, Channel>>
  readonly #encoding: 'utf8' | 'buffer'

  constructor(settings: RunSettings) {
    const { input, stdin, stdout = 'collect', stderr = 'collect', maxBytes = MAX_BYTES, encoding = 'utf8' } = settings
    this.#encoding = encoding
    this.#input = input === undefined ? undefined : new Input(input)
    const out = channel(stdout, maxBytes)
    const error = stderr === 'stdout' ? { kind: stderr } : channel(stderr, maxBytes)
    this.#outputs = { 1: out, 2: error.kind === 'stdout' ? { kind: 'ignore' } : error }
    this.plan = { stdin: this.#input ? 'caller' : (stdin ?? 'ignore'), stdout: out.kind, stderr: error.kind }
  }

  get stdout(): Readable | undefined {
    return readableOf(this.#outputs[1])
  }

  get stderr(): Readable | undefined {
    return readableOf(this.#outputs[2])
  }

  /** Those of the host end that are this run's own. */
  operation(name: string): Operation | undefined {
    switch (name) {
      case 'output.write':
        return ([stream, bytes]) => this.#output(stream).write(bytes as Uint8Array) // caller-output.ts sends bytes
      case 'output.attach':
        return ([stream, handle], context) => this.#output(stream).attach(Number(handle), context)
      case 'input.open':
        return (_, context) => this.#theInput.open(context)
      case 'input.attach':
        return ([handle], context) => this.#theInput.attach(Number(handle), context)
      case 'input.ahead':
        return ([bytes]) => this.#theInput.ahead(bytes as Uint8Array) // caller-input.ts sends bytes
      default:
        return undefined
    }
  }

  /** The script has ended. Throws what an output function threw. */
  async finish(atOnce: boolean): Promise<void> {
    this.#input?.finish()
    const outputs = Object.values(this.#outputs).flatMap(({ output }) => output ?? [])
    await Promise.all(outputs.map((output) => output.finish(atOnce)))
    for (const { failure } of outputs) if (failure !== undefined) throw failure
  }

  /** What was collected; undefined where it went elsewhere. */
  collected(stream: 1 | 2): { readonly value: string | Buffer | undefined; readonly truncated: boolean } {
    const { sink } = this.#outputs[stream]
    if (!(sink instanceof Collector)) return { value: undefined, truncated: false }
    const { bytes, isTruncated } = sink
    return { value: this.#encoding === 'utf8' ? bytes.toString() : bytes, truncated: isTruncated }
  }

  #output(stream: unknown): Output {
    const { output } = this.#outputs[stream === 2 ? 2 : 1]
    if (!output) throw new UsageError("this stream is not the caller's")
    return output
  }

  get #theInput(): Input {
    if (!this.#input) throw new UsageError('this run was given no input')
    return this.#input
  }
}

interface Channel {
  readonly kind: StreamKind
  readonly sink?: Sink
  readonly output?: Output
}

function channel(target: OutputTarget, maxBytes: number): Channel {
  if (target === 'inherit' || target === 'ignore') return { kind: target }
  const sink = sinkFor(target, maxBytes)
  return { kind: 'caller', sink, output: new Output(sink) }
}

function sinkFor(target: Exclude<OutputTarget, 'inherit' | 'ignore'>, maxBytes: number): Sink {
  if (target === 'collect') return new Collector(maxBytes)
  if (target === 'stream') return new ReadableSink()
  if (isWritable(target)) return writableSink(target)
  return callbackSink(target)
}

const readableOf = ({ sink }: Channel) => (sink instanceof ReadableSink ? sink.stream : undefined)
