import { envExample } from '@/lib/kernel/env-example'

process.stdout.write(envExample())
