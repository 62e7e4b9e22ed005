import type { Installation } from './installation'

/** The parts of the local world's answers that the journeys look at. */
export interface SesState {
  identities: { name: string; tokens: string[]; verificationStatus: string; mailFromDomain: string | null }[]
  tenants: { name: string }[]
  configurationSets: { name: string }[]
  associations: { tenantName: string; resourceArn: string }[]
  calls: { at: number; operation: string; status: number }[]
}
export interface Sent {
  id: string
  subject: string
  from: string
  to: string[]
  tags: Record<string, string>
}
export interface NewRecord {
  name: string
  type: string
  value: string
  priority?: number
  force?: boolean
}
export interface Fault {
  operation: string
  when: 'before' | 'after'
  effect: 'hang' | 'drop' | 'throttle' | 'error500' | 'access_denied' | 'unavailable'
  times?: number
  skip?: number
}
/** How the mail network tells of what came in. */
export interface NetworkDay {
  lateMs: number
  twice: boolean
  outOfOrder: boolean
}
export type DnsMode = 'up' | 'silent' | 'servfail' | 'refused'
interface Hit {
  operation: string
  when: string
}

/** The control door of the local world, over HTTP. */
export class World {
  constructor(private readonly control: Installation['control']) {}

  ses = () => this.ask<SesState>('GET', '/ses')
  mail = () => this.ask<Sent[]>('GET', '/mail?limit=200')
  message = (id: string) => this.ask<Sent & { text: string }>('GET', `/mail/${encodeURIComponent(id)}`)
  publish = (record: NewRecord) => this.ask<{ id: number }>('POST', '/records', record)
  takeDown = (name: string, type: string) =>
    this.ask('DELETE', `/records?name=${encodeURIComponent(name)}&type=${encodeURIComponent(type)}`)
  setDns = (mode: DnsMode) => this.ask('PUT', '/dns', { mode })
  arm = (fault: Fault) => this.ask('POST', '/faults', fault)
  hits = async () => (await this.ask<{ hits: Hit[] }>('GET', '/faults')).hits
  clearFaults = () => this.ask('DELETE', '/faults')
  setUp = (settings: Record<string, number>) => this.ask('PUT', '/ses/settings', settings)
  changeNetwork = (settings: Partial<NetworkDay>) => this.ask('PUT', '/sns/settings', settings)
  /** how much of what came in is still to be told */
  waiting = async () => (await this.ask<{ waiting: number }>('GET', '/sns')).waiting
  /** mail reaches the mail network's own servers */
  bring = ({ from, to, raw }: { from: string; to: string; raw: Buffer }) =>
    this.ask('POST', '/inbound', { from, to: [to], raw: raw.toString('base64') })
  notify = (message: object) => this.ask('POST', '/sns/publish', { message: JSON.stringify(message) })
  expire = (name: string) => this.ask('POST', '/ses/expire', { name })

  async identity(name: string) {
    return (await this.ses()).identities.find((identity) => identity.name === name)
  }

  private async ask<T = unknown>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(this.control.url + path, {
      method,
      headers: { authorization: `Bearer ${this.control.token}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(30_000),
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
}
