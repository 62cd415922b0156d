// Preloaded by node, in its threads too: says of each cache of compiled WebAssembly whether V8 took it.
const { writeSync } = process.getBuiltinModule('node:fs')
globalThis.Function = new Proxy(Function, {
  construct(target, args) {
    const made = Reflect.construct(target, args)
    if (!args.at(-1).includes('DeserializeWasmModule')) return made
    return (...given) => {
      const module = made(...given)
      writeSync(2, module ? 'taken\n' : 'refused\n')
      return module
    }
  },
})
