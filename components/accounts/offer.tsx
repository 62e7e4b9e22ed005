import { Environment } from '@/components/shell/environment'
import { ExactTime } from '@/components/ui/exact-time'
import type { OfferView } from '@/lib/accounts/invites/view'
import { roleLabel } from './roles'

/** Who invites whom to what, and until when. */
export function Offer({ offer }: { offer: OfferView }) {
  return (
    <>
      <p className="[overflow-wrap:anywhere]">
        {offer.invitedBy} invites you to {offer.organisation}. <Environment name={offer.environment} />
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1">
        <dt className="text-soft">For</dt>
        <dd className="[overflow-wrap:anywhere]">{offer.email}</dd>
        <dt className="text-soft">As</dt>
        <dd>{roleLabel(offer.role)}</dd>
        <dt className="text-soft">Until</dt>
        <dd>
          <ExactTime at={offer.expiresAt} />
        </dd>
      </dl>
    </>
  )
}

const endings: Record<Exclude<OfferView['state'], 'open'>, string> = {
  accepted: 'It was accepted before. Sign in with the address it was sent to.',
  revoked: 'It was revoked. Ask whoever invited you for a new one.',
  expired: 'It has expired. Ask whoever invited you to send it again.',
}

export const whatBecame = (offer: OfferView | null): string =>
  !offer || offer.state === 'open'
    ? 'The link is not whole, or a newer one was sent since. Look for the newest mail.'
    : endings[offer.state]
