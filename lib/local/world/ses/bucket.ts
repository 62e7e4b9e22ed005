/** A token bucket: `burst` at once, then `ratePerSecond`. */
export interface Bucket {
  take(count: number, ratePerSecond: number, burst: number): boolean
}

export function createBucket(now: () => number = () => performance.now()): Bucket {
  let tokens = Number.POSITIVE_INFINITY
  let filledAt = now()
  return {
    take(count, ratePerSecond, burst) {
      const at = now()
      tokens = Math.min(burst, tokens + ((at - filledAt) / 1000) * ratePerSecond)
      filledAt = at
      if (tokens < count) return false
      tokens -= count
      return true
    },
  }
}
