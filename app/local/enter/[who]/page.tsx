import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { isPersona, people } from '@/components/local/people'
import { NoticePage } from '@/components/shell/notice-page'
import { Button } from '@/components/ui/button'
import { isLocalMode } from '@/lib/kernel/env'
import { enterAsAction } from '../../actions'

export const metadata: Metadata = { title: 'Enter' }

export default async function EnterPage({ params }: { params: Promise<{ who: string }> }) {
  await connection()
  const { who } = await params
  if (!isLocalMode() || !isPersona(who)) notFound()
  return (
    <NoticePage title={`Enter as ${people[who].name.toLowerCase()}`}>
      <p className="text-soft">{people[who].comesTo}</p>
      <form action={enterAsAction.bind(null, who)}>
        <Button type="submit" look="primary">
          Enter
        </Button>
      </form>
    </NoticePage>
  )
}
