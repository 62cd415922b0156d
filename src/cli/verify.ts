// py-runner verify: whether every file of a bundle is as it was made.
import { verifyBundle } from '../installation/verify.ts'
import type { SubCommand } from './sub-command.ts'

export const verify: SubCommand = {
  summary: 'compare the files of a bundle with its manifest',
  description: `Names each file that is changed, missing or none of the bundle's. What a machine makes for itself (snapshots) does not
count. The exit code is 0 when every byte is as it was made and 1 when not.`,
  examples: [
    { line: 'py-runner verify /opt/client/py-runner', what: '' },
    { line: 'py-runner verify --json DIR', what: 'for a program that reads it' },
  ],
  define: (command) => command.argument('<dir>', 'the folder of a bundle').option('--json', 'the same for programs'),
  run: async ({ json }, [folder = '']) => {
    const { manifest, differences } = verifyBundle(folder)
    if (json) console.log(JSON.stringify({ ok: differences.length === 0, differences }, null, 2))
    else {
      for (const { path, is } of differences) console.log(`${is.padEnd(8)} ${path}`)
      const { version, platform, subset, files } = manifest
      const what = `py-runner ${version} for ${platform}, ${subset}, ${files.length} files`
      console.log(differences.length === 0 ? `${what}: all as they were made` : `${what}: ${differences.length} differ`)
    }
    return differences.length === 0 ? 0 : 1
  },
}
