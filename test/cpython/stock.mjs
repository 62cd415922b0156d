// Runs one Python file on stock Pyodide, as `python FILE ARGUMENTS…` would: the peer that our own engine is counted against.
// The folders of RUNNER_MOUNTS (JSON) are mounted with NODEFS under their own names; the environment is passed on whole.

import { loadPyodide } from 'pyodide'

const [file, ...args] = process.argv.slice(2)
const { RUNNER_MOUNTS, ...env } = process.env
const pyodide = await loadPyodide({ env })
for (const folder of JSON.parse(RUNNER_MOUNTS)) {
  pyodide.FS.mkdirTree(folder)
  pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: folder }, folder)
}
pyodide.FS.chdir(process.cwd())
pyodide.pyimport('sys').argv = pyodide.toPy([file, ...args])
pyodide.pyimport('runpy').run_path.callKwargs(file, { run_name: '__main__' })
