// Tests start real processes on machines of any speed: the limit is there for what hangs, not for what is slow.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    testTimeout: 300_000,
    hookTimeout: 300_000,
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bundle/**/*.test.ts'],
    maxWorkers: 2,
  },
})
