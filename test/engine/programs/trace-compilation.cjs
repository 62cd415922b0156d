// V8 says on stdout what it compiles of the engine, and by which of its compilers.
process.getBuiltinModule('node:v8').setFlagsFromString('--trace-wasm-compilation-times')
