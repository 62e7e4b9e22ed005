import { localArrivals } from '@/lib/faces/next/local'

export const GET = async () => Response.json(await localArrivals())
