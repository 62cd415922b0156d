// Clocks, sleep and civil time. Clocks are the host's; civil time follows the guest's TZ and the machine's zone.
import { i32, ignored, outI64, struct } from '../arguments.ts'
import { call } from '../call.ts'
import type { Kernel } from '../kernel.ts'
import { readTimespec, TIMESPEC_BYTES, writeTimespec } from '../structs.ts'
import { secondsFromCivil } from './civil.ts'
import { mktime as localMktime } from './mktime.ts'
import { readTm, writeTm } from './tm.ts'

const CLOCK = { REALTIME: 0, MONOTONIC: 1, PROCESS_CPUTIME: 2, THREAD_CPUTIME: 3, MONOTONIC_RAW: 4, REALTIME_COARSE: 5, MONOTONIC_COARSE: 6, BOOTTIME: 7 } as const

const clockTime = call({
  name: 'clock_time_get', via: 'import', abi: 'wasi', man: 'clock_gettime(2)', when: 'now',
  args: { clock: i32, precision: ignored, time: outI64 }, errors: ['EINVAL'],
  gap: 'CLOCK_BOOTTIME does not count sleep of the machine',
  serve: (kernel, { clock }) => read(kernel, clock) ?? 'EINVAL',
})

const clockRes = call({
  name: 'clock_res_get', via: 'import', abi: 'wasi', man: 'clock_getres(2)', when: 'now',
  args: { clock: i32, resolution: outI64 }, errors: ['EINVAL'],
  serve: (kernel, { clock }) => (read(kernel, clock) === undefined ? 'EINVAL' : 1),
})

function read(kernel: Kernel, clock: number): bigint | undefined {
  switch (clock) {
    case CLOCK.REALTIME:
    case CLOCK.REALTIME_COARSE:
      return wallNanoseconds()
    case CLOCK.MONOTONIC:
    case CLOCK.MONOTONIC_RAW:
    case CLOCK.MONOTONIC_COARSE:
    case CLOCK.BOOTTIME:
      return process.hrtime.bigint()
    case CLOCK.PROCESS_CPUTIME: {
      const { user, system } = process.cpuUsage()
      return BigInt(user + system) * 1000n
    }
    case CLOCK.THREAD_CPUTIME:
      return kernel.platform.threadCpuNanoseconds()
    default:
      return undefined
  }
}

// Date.now() has milliseconds only; the monotonic clock gives the rest, and follows Date.now() when the wall clock is set.
let base: { readonly wallMs: number; readonly monotonicMs: number } | undefined
export function wallNanoseconds(): bigint {
  const monotonicMs = performance.now()
  const expected = base && base.wallMs + monotonicMs - base.monotonicMs
  const now = Date.now()
  if (expected === undefined || Math.abs(expected - now) > 2) base = { wallMs: Math.max(now, performance.timeOrigin + monotonicMs), monotonicMs }
  const { wallMs, monotonicMs: since } = base ?? { wallMs: now, monotonicMs }
  return BigInt(Math.round((wallMs + monotonicMs - since) * 1e6))
}

const TIMER_ABSTIME = 1

const nanosleep = call({
  name: 'clock_nanosleep', via: 'served', abi: 'wasi', man: 'clock_nanosleep(2)', when: 'waits',
  args: { clock: i32, flags: i32, request: struct(TIMESPEC_BYTES, readTimespec), remaining: i32 },
  errors: ['EFAULT', 'EINTR', 'EINVAL'],
  serve(kernel, { clock, flags, request, remaining }) {
    if (request.nanoseconds < 0 || request.nanoseconds >= 1e9 || request.seconds < 0n) return 'EINVAL'
    const absolute = (flags & TIMER_ABSTIME) !== 0
    const asked = request.seconds * 1_000_000_000n + BigInt(request.nanoseconds)
    const now = read(kernel, clock)
    if (now === undefined) return 'EINVAL'
    const deadlineMs = performance.now() + Number(absolute ? asked - now : asked) / 1e6
    return {
      wait: true,
      deadlineMs,
      ready: () => false,
      resume: () => 0,
      cancel() {
        const left = Math.max(0, deadlineMs - performance.now())
        if (!absolute && remaining) writeTimespec(kernel.memory, remaining, BigInt(Math.round(left * 1e6)))
      },
    }
  },
})

// localtime_r and mktime are served whole, so that tm_zone is the zone's own name at that instant.
const localtime = call({
  name: 'localtime_r', via: 'served', abi: 'null', man: 'localtime_r(3)', when: 'now',
  args: { time: struct(8, (memory, at) => memory.view.getBigInt64(at, true)), tm: i32 }, errors: ['EOVERFLOW'],
  serve(kernel, { time, tm }) {
    const seconds = Number(time)
    const local = kernel.zone().at(seconds)
    return writeTm(kernel, tm, seconds + local.offsetSeconds, local) ? tm : 'EOVERFLOW'
  },
})

const mktime = call({
  name: '_mktime_js', via: 'import', abi: 'wide', man: 'mktime(3)', when: 'now',
  args: { tm: i32 }, errors: ['EOVERFLOW'],
  serve(kernel, { tm }) {
    const { fields, isDst } = readTm(kernel.memory, tm)
    const zone = kernel.zone()
    const seconds = localMktime(zone, fields, isDst)
    if (seconds === undefined) return 'EOVERFLOW'
    const local = zone.at(seconds)
    writeTm(kernel, tm, seconds + local.offsetSeconds, local)
    return seconds
  },
})

const timegm = call({
  name: '_timegm_js', via: 'import', abi: 'wide', man: 'timegm(3)', when: 'now',
  args: { tm: i32 }, errors: [],
  serve(kernel, { tm }) {
    const civilSeconds = secondsFromCivil(readTm(kernel.memory, tm).fields)
    writeTm(kernel, tm, civilSeconds, { offsetSeconds: 0, isDst: false, abbreviation: 'UTC' })
    return civilSeconds
  },
})

const gmtime = call({
  name: 'gmtime_r', via: 'served', abi: 'null', man: 'gmtime_r(3)', when: 'now',
  args: { time: struct(8, (memory, at) => memory.view.getBigInt64(at, true)), tm: i32 }, errors: ['EOVERFLOW'],
  serve: (kernel, { time, tm }) => (writeTm(kernel, tm, Number(time), { offsetSeconds: 0, isDst: false, abbreviation: 'UTC' }) ? tm : 'EOVERFLOW'),
})

const gmtimeJs = call({
  name: '_gmtime_js', via: 'import', abi: 'linux', man: 'gmtime_r(3)', when: 'now',
  args: { time: { width: 1, decode: (_, raw, at) => Number(raw[at]) }, tm: i32 }, errors: [],
  serve(kernel, { time, tm }) {
    writeTm(kernel, tm, time, { offsetSeconds: 0, isDst: false, abbreviation: 'UTC' })
  },
})

const localtimeJs = call({
  name: '_localtime_js', via: 'import', abi: 'linux', man: 'localtime_r(3)', when: 'now',
  args: { time: { width: 1, decode: (_, raw, at) => Number(raw[at]) }, tm: i32 }, errors: [],
  serve(kernel, { time, tm }) {
    const local = kernel.zone().at(time)
    writeTm(kernel, tm, time + local.offsetSeconds, local)
  },
})

const TZNAME_BYTES = 17 // TZNAME_MAX + 1

const tzset = call({
  name: '_tzset_js', via: 'import', abi: 'linux', man: 'tzset(3)', when: 'now',
  args: { timezone: i32, daylight: i32, standard: i32, summer: i32 }, errors: [],
  serve(kernel, { timezone, daylight, standard, summer }) {
    const zone = kernel.zone()
    kernel.memory.view.setInt32(timezone, zone.timezone, true)
    kernel.memory.view.setInt32(daylight, zone.daylight ? 1 : 0, true)
    ;[standard, summer].forEach((address, i) => {
      kernel.memory.bytes(address, TZNAME_BYTES).fill(0).set(Buffer.from(zone.names[i] ?? '').subarray(0, TZNAME_BYTES - 1))
    })
  },
})

export const timeCalls = [clockTime, clockRes, nanosleep, localtime, localtimeJs, mktime, timegm, gmtime, gmtimeJs, tzset]
