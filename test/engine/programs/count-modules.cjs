// Preloaded by node: says at the end how many modules were compiled from their bytes.
let compiled = 0
WebAssembly.Module = new Proxy(WebAssembly.Module, {
  construct(target, args) {
    compiled++
    return Reflect.construct(target, args)
  },
})
const { reallyExit } = process
process.reallyExit = (code) => {
  process.stderr.write(`compiled ${compiled}\n`)
  reallyExit.call(process, code)
}
