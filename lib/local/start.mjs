import { bootstrap } from './bootstrap.mjs'

await bootstrap('lib/local/supervisor.ts')
