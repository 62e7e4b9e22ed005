export { sesHook as POST } from '@/lib/faces/hooks/ses'
