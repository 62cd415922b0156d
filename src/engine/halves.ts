// What ties the engine's two halves together: see cut.ts.

/** The name of the module from which the cold half imports what it shares with the hot one. */
export const SHARED = 'hot'
/** Names under which the hot half exports them: kind and number. */
export const shared = (kind: 'table' | 'global' | 'tag', index: number) => `${kind}${index}`
