import { writeFileSync } from 'node:fs'
import { limitsPage } from './limits-page'

writeFileSync('docs/limits.md', limitsPage())
