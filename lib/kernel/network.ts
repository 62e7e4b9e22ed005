import ipaddr from 'ipaddr.js'

/**
 * What limits count an address by: the address itself for IPv4; for IPv6 the /64 that one subscriber has to choose
 * addresses from (RFC 6177), or a new address for each request would never meet a limit.
 */
export function networkOf(address: string | null): string {
  if (!address || !ipaddr.isValid(address)) return address ?? ''
  const parsed = ipaddr.parse(address)
  if (parsed.kind() === 'ipv4') return address
  const parts = (parsed as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16))
  return `${parts.join(':')}::/64`
}
