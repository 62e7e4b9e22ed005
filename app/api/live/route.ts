export { live as GET } from '@/lib/faces/next/live'
