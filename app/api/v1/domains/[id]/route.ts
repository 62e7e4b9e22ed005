import { showDomain } from '@/lib/domains/show-domain'
import { route } from '@/lib/faces/next/route'

export const GET = route(showDomain)
