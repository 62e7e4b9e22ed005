import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AddDomainForm } from '@/components/domains/add-domain-form'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { requireTenant } from '@/lib/faces/next/session'
import { allows } from '@/lib/kernel/permissions'
import { addDomainAction } from '../actions'

export const metadata: Metadata = { title: 'Add domain' }

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Search> }

export default async function NewDomainPage({ params, searchParams }: Props) {
  const { tenant: slug } = await params
  const caller = await requireTenant(slug)
  if (!allows('domains.add', caller.kind)) notFound()
  const { name = '' } = one(await searchParams, 'name')
  return (
    <>
      <PageTitle title="Add domain">The name after the @ in the addresses you want to send from.</PageTitle>
      <AddDomainForm add={addDomainAction.bind(null, slug)} listHref={`/t/${slug}/domains`} initial={name} />
      <section aria-labelledby="which" className="border-line mt-12 max-w-prose border-t pt-6">
        <h2 id="which" className="font-medium">
          Which name to take
        </h2>
        <p className="text-soft mt-2">
          A sub-domain such as <span className="pasted">inbox.yourcompany.com</span> is the careful choice: it
          keeps the mail you have where it is, and its reputation is its own. Take the domain itself when
          nothing else receives mail there.
        </p>
      </section>
    </>
  )
}
