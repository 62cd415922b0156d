// What the loader uses of the wasm, and nothing else is exported: functions of CPython's C API and of its C library, data
// by address (globals), and what the build added.

export const KEPT_EXPORTS = [
  '__indirect_function_table', '__stack_pointer', '__wasm_call_ctors', '__c_longjmp', '__cpp_exception', '__errno_location',
  'malloc', 'free', 'fflush', 'memalign', '__environ', '__dl_seterr', 'emscripten_stack_get_base', '_PyRuntime', '_PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET', 'Py_EMSCRIPTEN_SIGNAL_HANDLING',
  'PyInitConfig_Create', 'PyInitConfig_Free', 'PyInitConfig_SetInt', 'PyInitConfig_SetStr', 'PyInitConfig_SetStrList', 'PyInitConfig_GetError',
  'PyImport_FrozenModules', 'PyImport_Inittab', 'PyImport_AddModuleRef', 'PyModule_GetDict', 'PyCMethod_New', 'PyObject_SetAttrString', 'PyObject_GetAttrString',
  'PyObject_CallNoArgs', 'PyBytes_FromStringAndSize', 'PyThreadState_Get', 'PyUnstable_ThreadState_SetStackProtection', 'PyErr_Occurred', 'PyErr_Clear', 'PyGILState_Ensure',
  'PyErr_GetRaisedException', 'PyErr_SetRaisedException', 'PyLong_AsLong', 'PyStructSequence_SetItem', 'PyLong_FromLong', 'PyTuple_GetItem', '_Py_NoneStruct', 'clock_nanosleep', '_Py_Dealloc', 'Py_DecRef',
] as const
