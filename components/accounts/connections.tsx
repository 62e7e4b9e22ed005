import type { Outcome } from '@/components/outcome'
import { RelativeTime } from '@/components/ui/relative-time'
import type { ConnectionView } from '@/lib/accounts/connections/view'
import { providerNames, type Provider } from '@/lib/accounts/connections/words'
import { Disconnect } from './disconnect'
import { ProviderButton } from './provider-button'

interface Props {
  offered: Provider[]
  connected: ConnectionView[]
  disconnect: (input: { provider: Provider }) => Promise<Outcome<{ provider: Provider }>>
}

export function Connections({ offered, connected, disconnect }: Props) {
  const held = connected.map((c) => c.provider)
  const others = offered.filter((provider) => !held.includes(provider))
  return (
    <ul className="border-line border-t">
      {connected.map(({ provider, connectedAt }) => (
        <li
          key={`${provider} ${connectedAt}`}
          className="hairline flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
        >
          <p>
            {providerNames[provider]}{' '}
            <span className="text-soft text-sm">
              connected <RelativeTime at={connectedAt} />
            </span>
          </p>
          <Disconnect provider={provider} disconnect={disconnect} />
        </li>
      ))}
      {others.map((provider) => (
        <li
          key={provider}
          className="hairline flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
        >
          <p>
            {providerNames[provider]} <span className="text-soft text-sm">not connected</span>
          </p>
          <ProviderButton provider={provider} verb="Connect" callbackUrl="/account" />
        </li>
      ))}
    </ul>
  )
}
