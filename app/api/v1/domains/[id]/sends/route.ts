import { listSends } from '@/lib/sending/list-sends'
import { route } from '@/lib/faces/next/route'

export const GET = route(listSends)
