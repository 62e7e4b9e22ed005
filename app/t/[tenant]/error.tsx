'use client'

import { Failed } from '@/components/shell/failed'

export default function Error({ retry }: { error: unknown; retry: () => void }) {
  return <Failed retry={retry} />
}
