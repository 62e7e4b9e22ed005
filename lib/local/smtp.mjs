import { bootstrap } from './bootstrap.mjs'

await bootstrap('lib/local/run-smtp.ts')
