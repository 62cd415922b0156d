// Imports that are neither system calls nor the bridge's: what Emscripten's C runtime and CPython's port ask their
// embedder for. `served` are C functions that the build turns into such imports; `added` is what its own code asks; `often` is
// asked while Python computes.

export const RUNTIME_NAMES = {
  imports: [
    'proc_exit', 'exit', '_abort_js', '__assert_fail', 'emscripten_runtime_keepalive_push',
    'emscripten_runtime_keepalive_pop', '_emscripten_runtime_keepalive_clear', '_Py_emscripten_runtime',
    'emscripten_resize_heap', 'emscripten_get_heap_max', 'emscripten_date_now', 'emscripten_get_now', '_emscripten_get_progname', '_emscripten_log_formatted',
    '__call_sighandler', '_emscripten_lookup_name', 'getprotobyname', 'getaddrinfo', 'getnameinfo', 'ffi_call_js', 'ffi_closure_alloc_js', 'ffi_closure_free_js',
    'ffi_prep_closure_loc_js', '_dlopen_js', '_dlsym_js',
  ],
  often: '_Py_CheckEmscriptenSignals_Helper',
  // Asked by a C++ constructor of the bridge, which keeps the answer and never uses it: null, without asking.
  unanswered: ['__hiwire_deduplicate_new'],
  // Nothing calls these: code for tests, for JavaScript in C, for foreign libraries; imports behind functions that the build replaced.
  uncalled: [
    'fail_test', 'capture_stderr', 'restore_stderr', 'emscripten_asm_const_int', '_emscripten_dlopen_js', '_maybe_connect_async', '_maybe_recvfrom_async',
    '_maybe_sendto_async', '_try_fcntl64', '_maybe_poll_async', '_try_shutdown', '__syscall_connect', '__syscall_recvfrom', '__syscall_sendto', '__syscall_fcntl64',
    '__syscall_poll',
  ],
  served: ['strerror', 'getcwd'],
  added: ['trampoline', 'call', 'take', 'errno', 'raised', 'codeset', 'never_called', 'load_cold'],
} as const
