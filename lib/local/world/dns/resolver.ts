import { Resolver } from 'node:dns/promises'

/** Real queries over UDP to this world's DNS server, as SES and a receiving host make them. */
export function worldResolver(port: number): Resolver {
  const resolver = new Resolver({ timeout: 1000, tries: 1 })
  resolver.setServers([`127.0.0.1:${port}`])
  return resolver
}
