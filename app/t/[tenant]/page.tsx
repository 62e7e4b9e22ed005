import { redirect } from 'next/navigation'
import { requireMember } from '@/lib/faces/next/session'

export default async function TenantPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params
  await requireMember(tenant)
  redirect(`/t/${tenant}/domains`)
}
