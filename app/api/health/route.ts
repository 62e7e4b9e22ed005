export { health as GET } from '@/lib/faces/next/health'
