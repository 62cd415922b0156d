// The custom section in which the build leaves the number of parameters of every table entry, plus one.

export const ARITY_SECTION = 'py-runner.arity'
