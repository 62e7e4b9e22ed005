import { hashSecret, randomToken } from '@/lib/kernel/ids'
import { asPlatform } from '@/lib/kernel/platform'

interface About {
  kind?: 'web' | 'cli'
  label?: string
  address?: string
}

/** A session of a person, put there without anybody signing in; answers the token, of which only the hash is kept. */
export async function openSession(userId: string, expires: Date, about: About = {}): Promise<string> {
  const token = randomToken()
  await asPlatform((tx) =>
    tx.session.create({ data: { sessionToken: hashSecret(token), userId, expires, ...about } }),
  )
  return token
}
