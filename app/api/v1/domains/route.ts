import { listDomains } from '@/lib/domains/list-domains'
import { route } from '@/lib/faces/next/route'

export const GET = route(listDomains)
