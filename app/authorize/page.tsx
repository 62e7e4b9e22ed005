import type { Metadata } from 'next'
import { DeviceAnswer } from '@/components/accounts/device-answer'
import { DeviceCode } from '@/components/accounts/device-code'
import { Refused } from '@/components/accounts/refused'
import { NoticePage } from '@/components/shell/notice-page'
import { Providers } from '@/components/shell/providers'
import { one, type Search } from '@/components/shell/search-params'
import { serverNow } from '@/components/shell/server-now'
import { deviceFor } from '@/lib/faces/next/authorize'
import { refusedWords } from '@/lib/faces/next/refused-words'
import { answerLoginAction } from './actions'

export const metadata: Metadata = {
  title: 'Sign in a command line',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
}

export default async function AuthorizePage({ searchParams }: { searchParams: Promise<Search> }) {
  const { code } = one(await searchParams, 'code')
  const device = await deviceFor(code)
  return (
    <Providers now={serverNow()}>
      <NoticePage title="Sign in a command line">
        {device === 'too_many' && <Refused words={refusedWords('too_many_requests')} />}
        {device === 'unknown' && (
          <Refused words="No command line waits under this code. Start the sign-in there again to get a new one." />
        )}
        {typeof device === 'object' && device ? (
          <DeviceAnswer device={device} answer={answerLoginAction.bind(null, device.code)} />
        ) : (
          <DeviceCode />
        )}
      </NoticePage>
    </Providers>
  )
}
