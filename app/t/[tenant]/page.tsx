import { redirect } from 'next/navigation'
import { requireTenant } from '@/lib/faces/next/session'

export default async function TenantPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params
  await requireTenant(tenant)
  redirect(`/t/${tenant}/domains`)
}
