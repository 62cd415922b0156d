// The file that the worker seat's thread starts: as cli.ts is the command's.
import { openQuick } from './quick-start.ts'

openQuick(true).thread()
