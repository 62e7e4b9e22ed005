'use client'

import { Failed } from '@/components/shell/failed'

export default function Error({ retry }: { error: unknown; retry: () => void }) {
  return (
    <main id="main" className="mx-auto max-w-xl px-6 py-24">
      <Failed retry={retry} />
    </main>
  )
}
