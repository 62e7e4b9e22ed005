import Link from 'next/link'
import { TriangleAlert } from 'lucide-react'
import { Callout } from '@/components/ui/callout'
import type { DomainView } from '@/lib/domains/view'

type Props = { domain: DomainView; addHref: string | undefined }

/** Publishing our MX would take the mail of a domain that is in use: say so first, and offer a sub-domain. */
export function DisplacedMx({ domain, addHref }: Props) {
  if (domain.displacedMx.length === 0) return null
  const instead = `${domain.name.startsWith('inbox.') ? 'post' : 'inbox'}.${domain.name}`
  return (
    <Callout tone="warning" icon={TriangleAlert} className="mb-5">
      <p>
        <strong className="font-medium">Mail for {domain.unicodeName} goes to another server today:</strong>{' '}
        <span className="pasted">{domain.displacedMx.join(', ')}</span>. The record below takes all of it
        over.
      </p>
      <p>
        Leave it out and nothing changes; sending works without it. To receive here as well,{' '}
        {addHref ? (
          <Link
            href={`${addHref}?name=${encodeURIComponent(instead)}`}
            className="text-seal underline underline-offset-4"
          >
            add {instead}
          </Link>
        ) : (
          `add ${instead}`
        )}{' '}
        instead.
      </p>
    </Callout>
  )
}
