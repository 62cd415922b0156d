// A folder of links to the machine's programs, for PATH, without those that show pages: what a test finds is then what it put there,
// whatever browsers the machine has.
import { mkdtemp, readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'

const SHOW_PAGES =
  /^(xdg-|gio$|gvfs-open$|kfmclient$|gnome-open$|x-www-browser$|www-browser$|.*(firefox|chrom|opera|konqueror|epiphany|links|lynx|w3m))/

export async function programsBesideBrowsers(folder: string): Promise<string> {
  const links = await mkdtemp(join(folder, 'programs-'))
  for (const name of await readdir('/usr/bin')) if (!SHOW_PAGES.test(name)) await symlink(`/usr/bin/${name}`, join(links, name))
  return links
}
