// The ways into guest code, by the number that the wasm's `enter` takes. Build and loader read the same list.

export const ENTRY = {
  Py_InitializeFromInitConfig: { index: 0, parameters: 1 },
  Py_FinalizeEx: { index: 1, parameters: 0 },
  PyRun_SimpleStringFlags: { index: 2, parameters: 2 },
  PyEval_EvalCode: { index: 3, parameters: 3 },
  PyObject_CallNoArgs: { index: 4, parameters: 1 },
  PyObject_CallOneArg: { index: 5, parameters: 2 },
  PyErr_PrintEx: { index: 6, parameters: 1 },
  PyImport_ImportModule: { index: 7, parameters: 1 },
  /** Calls table entry `a` with `b`: the start of a thread. */
  thread: { index: 8, parameters: 2 },
} as const

export type EntryName = keyof typeof ENTRY
