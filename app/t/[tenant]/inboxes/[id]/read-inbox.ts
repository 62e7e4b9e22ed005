import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireTenantToLook } from '@/lib/faces/next/session'
import { showInbox } from '@/lib/inboxes/show-inbox'
import { AppError } from '@/lib/kernel/errors'

export type Params = Promise<{ tenant: string; id: string }>

/** The inbox as its reader may see it, read once a request; the page that is not there when it is not theirs. */
export const readInbox = async (params: Params) => {
  const { tenant, id } = await params
  return read(tenant, id)
}

const read = cache(async (slug: string, id: string) => {
  const caller = await requireTenantToLook(slug)
  try {
    return { caller, slug, inbox: await showInbox(caller, { id }) }
  } catch (error) {
    if (error instanceof AppError && (error.code === 'not_found' || error.code === 'invalid_input'))
      notFound()
    throw error
  }
})
