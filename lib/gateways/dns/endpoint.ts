import { isIP, isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'

export interface Endpoint {
  address: string
  port: number
}

const WRITTEN = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/

/** Reads `ip`, `ip:port` or `[v6]:port`; port 53 unless given. Throws on anything else: it is configuration. */
export function parseEndpoint(written: string): Endpoint {
  if (isIPv6(written)) return { address: written, port: 53 }
  const [, v6, v4, port = '53'] = WRITTEN.exec(written) ?? []
  const address = v6 ?? v4 ?? ''
  if (isIP(address) !== (v6 ? 6 : 4) || Number(port) < 1 || Number(port) > 65535)
    throw new Error(`"${written}" is not a name server address: write ip, ip:port or [v6]:port`)
  return { address, port: Number(port) }
}

export function formatEndpoint({ address, port }: Endpoint): string {
  if (port === 53) return address
  return isIPv6(address) ? `[${address}]:${port}` : `${address}:${port}`
}

const GLOBAL_V6 = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether a packet may be sent there. Name servers are named by strangers, so everything that is not global
 * unicast is refused: our own network, metadata services, mapped and translated forms of them.
 */
export function mayAsk(address: string, allowLoopback: boolean): boolean {
  if (!isIP(address) || address.includes('%')) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() === 'loopback') return allowLoopback
  if (parsed.range() !== 'unicast') return false
  // ipaddr.js calls unassigned IPv6 space unicast too, ::127.0.0.1 among it; only 2000::/3 is global (RFC 4291 2.4).
  return parsed instanceof ipaddr.IPv6 ? parsed.match(GLOBAL_V6) : true
}
