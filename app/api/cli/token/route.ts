export { collectToken as POST } from '@/lib/faces/next/device-login'
