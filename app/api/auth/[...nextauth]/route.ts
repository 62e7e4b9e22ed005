import { signInRoutes } from '@/lib/faces/next/auth'

export { signInRoutes as GET, signInRoutes as POST }
