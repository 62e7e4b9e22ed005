import type { Answer } from 'dns-packet'
import type { Says } from './dns-server'

export const a = (name: string, data: string): Answer => ({ name, type: 'A', ttl: 60, data })
export const cname = (name: string, data: string): Answer => ({ name, type: 'CNAME', ttl: 60, data })
export const ns = (name: string, data: string): Answer => ({ name, type: 'NS', ttl: 60, data })
export const txt = (name: string, ...data: string[]): Answer => ({ name, type: 'TXT', ttl: 60, data })
export const mx = (name: string, preference: number, exchange: string): Answer => ({
  name,
  type: 'MX',
  ttl: 60,
  data: { preference, exchange },
})
export const soa = (name: string, minimum: number, ttl = 3600): Answer => ({
  name,
  type: 'SOA',
  ttl,
  data: {
    mname: `ns.${name}`,
    rname: `hostmaster.${name}`,
    serial: 1,
    refresh: 1,
    retry: 1,
    expire: 1,
    minimum,
  },
})

export const SERVFAIL: Says = { aa: false, rcode: 2 }
export const NXDOMAIN = 3
export const REFUSED: Says = { aa: false, rcode: 5 }

export const referral = (zone: string, hosts: string[], additionals: Answer[] = []): Says => ({
  aa: false,
  authorities: hosts.map((host) => ns(zone, host)),
  additionals,
})
