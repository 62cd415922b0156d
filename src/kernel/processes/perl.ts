// perl(1) has setpgid(2), which no program does that every system has. Many systems have it, as Debian and its kin must.
import fs from 'node:fs'

export const PERL = '/usr/bin/perl'

export const hasPerl = (): boolean => fs.existsSync(PERL)
