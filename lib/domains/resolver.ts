import { createDnsGateway, ROOT_SERVERS } from '@/lib/gateways/dns'
import type { DnsGateway } from '@/lib/gateways/dns/types'
import { env } from '@/lib/kernel/env'

let gateway: DnsGateway | undefined

/** The process's way to ask DNS, from its configuration. */
export function resolver(): DnsGateway {
  const { DNS_ROOTS, DNS_RESOLVERS, DNS_PORT, DNS_ALLOW_LOOPBACK, DNS_SERVER_RATE } = env()
  return (gateway ??= createDnsGateway({
    roots: DNS_ROOTS.length > 0 ? DNS_ROOTS : ROOT_SERVERS,
    resolvers: DNS_RESOLVERS,
    port: DNS_PORT,
    allowLoopback: DNS_ALLOW_LOOPBACK,
    perServerPerSecond: DNS_SERVER_RATE,
  }))
}
