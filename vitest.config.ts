// Tests start real processes on machines of any speed: the limit is there for what hangs, not for what is slow. SLOW names
// the suites that take many minutes; without it they are left out.
import { configDefaults, defineConfig } from 'vitest/config'

const slow = process.env.SLOW

export default defineConfig({
  test: {
    testTimeout: 300_000,
    hookTimeout: 300_000,
    include: slow ? [`test/**/${slow}.slow.test.ts`] : ['src/**/*.test.ts', 'test/**/*.test.ts', 'bundle/**/*.test.ts'],
    globalSetup: 'test/support/set-up.ts',
    exclude: slow ? configDefaults.exclude : [...configDefaults.exclude, '**/*.slow.test.ts'],
    maxWorkers: 2,
  },
})
