import { useEffect } from 'react'
import { isUp } from '@/components/live/is-up'

// Trouble that lasts is asked about less and less; what comes up minutes later is another one.
const [FIRST_MS, MOST_MS, OVER_MS] = [4_000, 60_000, 300_000]
let [tries, lastAt] = [0, 0]
function waitMs() {
  if (Date.now() - lastAt > OVER_MS) tries = 0
  lastAt = Date.now()
  return Math.min(FIRST_MS * 2 ** tries++, MOST_MS)
}

/**
 * In place of what could not be shown; the rest of the page keeps working. It is tried again by itself, as nobody may sit
 * before it: a page that drew itself anew just when the server went down. Written without the other components: it is
 * loaded with every page, and with every boundary once more.
 */
export function Failed({ retry }: { retry: () => void }) {
  useEffect(() => {
    let gone = false
    let timer: ReturnType<typeof setTimeout>
    const later = () => {
      timer = setTimeout(() => void again(), waitMs())
    }
    const again = async () => {
      const up = await isUp()
      if (gone) return
      if (up) retry()
      later()
    }
    later()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [retry])
  return (
    <div className="border-bad-edge min-w-0 space-y-2 border-l-2 py-1 pl-4">
      <h1 className="text-bad font-medium">This page could not be shown</h1>
      <p className="text-soft">
        Something failed on our side. Nothing was lost. It is tried again by itself, or at once by you.
      </p>
      <button
        type="button"
        onClick={retry}
        className="border-edge hover:bg-sunk min-h-11 rounded-md border px-4 text-sm font-medium sm:min-h-10"
      >
        Retry
      </button>
    </div>
  )
}
