// Prints "PASSED FAILED" from a report of vitest's JSON reporter. A test file that could not be loaded has no tests of its
// own in the report and counts as one that failed.
import { readFileSync } from 'node:fs'

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const unloaded = report.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
).length
const failed = report.numFailedTests + unloaded
console.log(report.numPassedTests, failed === 0 && !report.success ? 1 : failed)
