import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { goldenFiles } from './golden'

for (const [path, text] of Object.entries(await goldenFiles())) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
