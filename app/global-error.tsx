'use client'

import { Failed } from '@/components/shell/failed'
import './globals.css'

export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something failed · Letterhead</title>
        <main id="main" className="mx-auto max-w-xl px-6 py-24">
          <Failed retry={retry} />
        </main>
      </body>
    </html>
  )
}
