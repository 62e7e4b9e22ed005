import { notFound } from 'next/navigation'
import { cache } from 'react'
import { showDomain } from '@/lib/domains/show-domain'
import { requireTenantToLook } from '@/lib/faces/next/session'
import { AppError } from '@/lib/kernel/errors'

export type Props = { params: Promise<{ tenant: string; id: string }> }

/** The domain as its reader may see it, read once a request; the page that is not there when it is not theirs. */
export const readDomain = ({ tenant, id }: { tenant: string; id: string }) => read(tenant, id)

const read = cache(async (slug: string, id: string) => {
  const caller = await requireTenantToLook(slug)
  try {
    return { caller, slug, domain: await showDomain(caller, { id }) }
  } catch (error) {
    if (error instanceof AppError && (error.code === 'not_found' || error.code === 'invalid_input'))
      notFound()
    throw error
  }
})
