import type { Metadata } from 'next'
import { CreateKeyForm } from '@/components/credentials/create-key-form'
import { PageTitle } from '@/components/shell/page-title'
import { grantableScopes } from '@/lib/credentials/scopes'
import { requireStaff } from '@/lib/faces/next/session'
import { createPlatformKeyAction } from '../actions'

export const metadata: Metadata = { title: 'Create platform key' }

export default async function NewPlatformKeyPage() {
  await requireStaff('admin')
  return (
    <>
      <PageTitle title="Create platform key">
        Its secret is shown once, right after. It opens no customer’s mail itself: what it may do with
        messages, the tokens that it mints may do.
      </PageTitle>
      <CreateKeyForm create={createPlatformKeyAction} scopes={grantableScopes(true)} listHref="/admin/keys" />
    </>
  )
}
