// A reporter of vitest that writes what the summary of .ci/run needs, as JSON, to the file that VITEST_SUMMARY names: how many
// tests passed and failed, which failed, and which passed only when they were tried again. A file that could not be loaded
// is one that failed.
import { writeFileSync } from 'node:fs'

// biome-ignore lint/style/noDefaultExport: vitest asks for one
export default class {
  onTestRunEnd(modules, unhandled) {
    const summary = { passed: 0, failed: [], unsteady: [] }
    for (const module of modules) {
      const file = module.relativeModuleId ?? module.moduleId
      for (const test of module.children.allTests()) {
        const name = `${file} > ${test.fullName}`
        const { state } = test.result()
        if (state === 'passed') summary.passed++
        if (state === 'failed') summary.failed.push(name)
        if (state === 'passed' && test.diagnostic()?.flaky) summary.unsteady.push(name)
      }
      for (const suite of module.children.allSuites())
        if (suite.errors().length > 0) summary.failed.push(`${file} > ${suite.fullName}`)
      if (module.errors().length > 0) summary.failed.push(`${file}, as a whole`)
    }
    for (const error of unhandled) summary.failed.push(`an error outside the tests: ${error.message}`)
    writeFileSync(process.env.VITEST_SUMMARY, JSON.stringify(summary))
  }
}
