// Where the command runs its script.
import { chooseSeat, type Seat } from '../seats/choose-seat.ts'
import type { CommandLine } from './command-line.ts'

export function seatOf({ seat, timeoutMs }: CommandLine, terminal: boolean): Seat {
  return chooseSeat({ asked: seat, terminal, library: false, limited: timeoutMs !== undefined })
}
