// Until when each line of Node gets corrections: Node.js Release Working Group, schedule.json.

const END_OF_LIFE: Readonly<Record<number, string>> = {
  20: '2026-04-30',
  21: '2024-06-01',
  22: '2027-04-30',
  23: '2025-06-01',
  24: '2028-04-30',
  25: '2026-06-01',
  26: '2029-04-30',
}

/** The last day, as ISO 8601; undefined for lines that were not known yet when this was built. */
export const endOfLife = (version: string): string | undefined => END_OF_LIFE[Number.parseInt(version.replace('v', ''), 10)]
