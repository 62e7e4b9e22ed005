import { localMail } from '@/lib/faces/next/local'

export const GET = async () => Response.json({ items: await localMail() })
