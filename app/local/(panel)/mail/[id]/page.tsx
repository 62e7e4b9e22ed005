import type { Metadata } from 'next'
import Link from 'next/link'
import { ArrowLeft } from 'lucide-react'
import { MessagePage } from '@/components/local/message-page'
import { localMessage } from '@/lib/faces/next/local'

export const metadata: Metadata = { title: 'A message that left' }

export default async function LocalMailPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const mail = await localMessage(decodeURIComponent(id))
  return (
    <>
      <Link
        href="/local#mail"
        className="text-soft hover:text-ink mb-4 inline-flex items-center gap-1.5 text-sm"
      >
        <ArrowLeft aria-hidden className="size-4" />
        Mail that left
      </Link>
      <MessagePage mail={mail} />
    </>
  )
}
