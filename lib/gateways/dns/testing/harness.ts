import { afterEach } from 'vitest'
import { createDnsGateway, type DnsOptions } from '../index'
import { type Script, startServers, type TestServer } from './dns-server'

const cleanups: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** Scripted servers that go when the test ends. */
export async function serve<A extends string>(scripts: Record<A, Script>): Promise<Record<A, TestServer>> {
  const servers = await startServers(scripts)
  cleanups.push(() => Promise.all(Object.values<TestServer>(servers).map((server) => server.close())))
  return servers
}

/** A gateway whose only root is 127.0.0.1, and that goes when the test ends. */
export function gatewayFor(servers: { '127.0.0.1': TestServer }, options: Partial<DnsOptions> = {}) {
  const { at, port } = servers['127.0.0.1']
  const gateway = createDnsGateway({
    roots: [at],
    resolvers: [],
    port,
    allowLoopback: true,
    timeoutMs: 300,
    attempts: 1,
    ...options,
  })
  cleanups.push(() => gateway.close())
  return gateway
}

/** One server that is the root and everything, and a gateway for it. */
export async function smallWorld(script: Script, options: Partial<DnsOptions> = {}) {
  const servers = await serve({ '127.0.0.1': script })
  return { server: servers['127.0.0.1'], gateway: gatewayFor(servers, options) }
}
