import { SECOND } from '@/lib/kernel/clock'

const PATIENCE = 5 * SECOND

/** A small text from an address that was found trustworthy. No redirect is followed: it could lead anywhere. */
export async function fetchText(url: URL, mostBytes: number): Promise<string> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) })
  if (!response.ok) {
    await response.body?.cancel()
    throw new Error(`${url.host} answered ${response.status}`)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > mostBytes) throw new Error(`${url.host} sent more than ${mostBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
