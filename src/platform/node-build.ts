// Which Node this is: compiled code and what goes with it belong to one.

export const NODE_BUILD = `${process.version}-${process.arch}`
