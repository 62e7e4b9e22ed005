import { watchDomain } from '@/lib/domains/watch-domain'
import { route } from '@/lib/faces/next/route'

export const POST = route(watchDomain)
