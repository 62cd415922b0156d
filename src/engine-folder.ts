// Where the build put the engine: beside the bundle that this file is part of.

export const engineFolder = `${import.meta.dirname}/engine`
