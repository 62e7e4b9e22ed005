import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RefreshEvery } from '@/components/live/refresh-every'
import { Provisioned } from '@/components/provisioning/provisioned'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { ownAction } from '@/lib/faces/next/action'
import { requireStaff } from '@/lib/faces/next/session'
import { showProvision } from '@/lib/provisioning/tenants/show-provision'

export const metadata: Metadata = { title: 'Provisioned' }

export default async function ProvisionedPage({ searchParams }: { searchParams: Promise<Search> }) {
  await requireStaff('admin')
  const { clientId = '' } = one(await searchParams, 'clientId')
  const outcome = await ownAction(showProvision)({ clientId })
  if (!outcome.ok) notFound()
  const { data } = outcome
  return (
    <>
      {data.steps.some(({ state }) => state === 'waiting') && <RefreshEvery seconds={3} />}
      <PageTitle title={data.tenant.name}>What is active, and whose move the rest is.</PageTitle>
      <Provisioned state={data} />
    </>
  )
}
