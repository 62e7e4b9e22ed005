/** Whoever asks the same while it is being asked gets the same answer; nothing is kept once it is there. */
export function shareInFlight<T>() {
  const running = new Map<string, Promise<T>>()

  return (key: string, start: () => Promise<T>): Promise<T> => {
    const shared = running.get(key)
    if (shared) return shared
    const own = start().finally(() => running.delete(key))
    running.set(key, own)
    return own
  }
}
