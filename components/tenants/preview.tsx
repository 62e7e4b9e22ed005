'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { RefusedError } from '@/components/api'
import type { LimitChangeView } from '@/lib/tenants/view'
import { LimitChanges } from './limit-changes'

/** What a choice would change: in its own place, told once when it is there. */
export function Preview({ asked }: { asked: UseQueryResult<{ limits: LimitChangeView[] }> }) {
  return (
    <div role="status" className="min-h-32">
      {asked.isError ? (
        <p className="text-soft text-sm">
          {asked.error instanceof RefusedError
            ? asked.error.message
            : 'The preview could not be read. Try again in a minute.'}
        </p>
      ) : asked.data ? (
        <LimitChanges limits={asked.data.limits} />
      ) : (
        <p className="text-soft text-sm">Reading what changes</p>
      )}
    </div>
  )
}
