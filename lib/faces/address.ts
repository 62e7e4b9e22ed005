/** Set by our own web server on every request, whatever the client sent under this name. */
export const ADDRESS_HEADER = 'x-letterhead-address'

/**
 * The network address a request came from. Each proxy of ours appends the address it was asked by to X-Forwarded-For,
 * so the n-th from the right is to be believed; what stands left of it is the client's own claim.
 */
export function addressOf(peer: string | undefined, forwarded: string | undefined, proxies: number): string {
  const seen = [...(forwarded ?? '').split(',').flatMap((part) => part.trim() || []), peer ?? '']
  const believed = seen.at(-1 - Math.min(proxies, seen.length - 1)) ?? ''
  // IPv4 in IPv6 (RFC 4291 2.5.5.2) is how a dual-stack socket tells an IPv4 peer.
  return believed.replace(/^::ffff:(?=\d+\.)/i, '').slice(0, 64)
}
