// Runs one Python file on stock Pyodide as `python FILE ARGUMENTS…` would: the peer that shows what its own loader costs.
import { readFileSync } from 'node:fs'
import { loadPyodide } from 'pyodide'

const [file, ...args] = process.argv.slice(2)
const pyodide = await loadPyodide()
pyodide.pyimport('sys').argv = pyodide.toPy([file, ...args])
pyodide.runPython(readFileSync(file, 'utf8'), { filename: file })
