// How pages are read.
import { expect, test } from 'vitest'
import { blocksOf } from './blocks.ts'

const PAGE = `# A page

    npm test
    npm run x

text

<!-- not run: because -->

    import { a } from 'b'

a line

    is a block
<!-- file: a/b.py -->
\`\`\`python
x = 1

    y
\`\`\`
\`\`\`sh
echo a
\`\`\`

\`\`\`text
a
\`\`\`
`

test('blocks are found with their language, their output and what comments say of them', () => {
  expect(blocksOf(PAGE).map(({ language, text, output, marks }) => [language, text, output, marks])).toEqual([
    ['sh', 'npm test\nnpm run x\n', undefined, {}],
    ['js', "import { a } from 'b'\n", undefined, { 'not run': 'because' }],
    ['sh', 'is a block\n', undefined, {}],
    ['python', 'x = 1\n\n    y\n', undefined, { file: 'a/b.py' }],
    ['sh', 'echo a\n', 'a\n', {}],
  ])
})
