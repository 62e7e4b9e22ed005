export { startLogin as POST } from '@/lib/faces/next/device-login'
