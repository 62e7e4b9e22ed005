import { useEffect, useState } from 'react'

/** A value once nobody has changed it for a while (ms): what is asked while somebody types is asked once. */
export function useSettled<T>(value: T, after = 300): T {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), after)
    return () => clearTimeout(timer)
  }, [value, after])
  return settled
}
