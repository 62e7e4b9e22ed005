'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { providerNames, type Provider } from '@/lib/accounts/connections/words'

type Props = { provider: Provider; verb: 'Sign in' | 'Connect'; callbackUrl: string }

/** Goes to the provider by script: a form that is redirected to another site is stopped by the page's policy. */
export function ProviderButton({ provider, verb, callbackUrl }: Props) {
  const [state, setState] = useState<'idle' | 'leaving' | 'failed'>('idle')
  const go = async () => {
    setState('leaving')
    const url = await addressOf(provider, callbackUrl).catch(() => undefined)
    if (url) window.location.assign(url)
    else setState('failed')
  }
  const name = providerNames[provider]
  return (
    <div>
      <Button onClick={go} busy={state === 'leaving'}>
        {verb === 'Connect' ? `Connect ${name}` : `Sign in with ${name}`}
      </Button>
      <p role="status" className="text-bad mt-1.5 text-sm">
        {state === 'failed' && `${name} could not be reached. Try again, or sign in by e-mail.`}
      </p>
    </div>
  )
}

async function addressOf(provider: Provider, callbackUrl: string): Promise<string | undefined> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string }
  const answer = await fetch(`/api/auth/signin/${provider}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, callbackUrl, json: 'true' }),
  })
  return ((await answer.json()) as { url?: string }).url
}
