// The process that executable.ts starts. Words: a Node's program, which it changes; the blob; for macOS the segment's name.
import fs from 'node:fs'
import { inject } from 'postject'

const [file = '', blob = '', machoSegmentName] = process.argv.slice(2)
// Names that Node documents: it looks for the resource where its fuse says that there is one.
await inject(file, 'NODE_SEA_BLOB', fs.readFileSync(blob), {
  sentinelFuse: 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2',
  ...(machoSegmentName === undefined ? {} : { machoSegmentName }),
})
