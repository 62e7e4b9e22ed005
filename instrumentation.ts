/** Next's start-up hook: a server with an unusable environment or an unsafe login ends before it serves anybody. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { refuseUnsafeStart } = await import('@/lib/faces/next/start-up')
  await refuseUnsafeStart()
  const { startMisses } = await import('@/lib/faces/start-misses')
  startMisses()
}
