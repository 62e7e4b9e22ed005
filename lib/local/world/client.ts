import type {
  Arrival, ArrivedMail, DnsMode, DnsState, Fault, FaultState, ForcedStatus, HandedOver, Handover, IdentityView, Mail,
  MailSummary, NewArrival, NewFault, NewRecord, PublishKind, SesSettings, SesState, SnsSettings, SnsState, Zone,
  ZoneRecord,
} from './types' // prettier-ignore

/** A refusal of the control API, with the field the panel can show it at. */
export class WorldError extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | undefined

  constructor(status: number, code: string, message: string, field?: string) {
    super(message)
    this.name = 'WorldError'
    this.status = status
    this.code = code
    this.field = field
  }
}

export interface WorldClient {
  health(): Promise<{ ok: boolean }>
  zones(): Promise<Zone[]>
  addRecord(record: NewRecord): Promise<ZoneRecord>
  editRecord(id: number, change: Partial<NewRecord>): Promise<ZoneRecord>
  removeRecord(id: number): Promise<{ removed: number }>
  removeRecordsAt(name: string, type: string): Promise<{ removed: number }>
  dns(): Promise<DnsState>
  setDns(mode: DnsMode, zone?: string): Promise<DnsState>
  /** newest first; `before` is the id of the last message already seen */
  mail(page?: { limit?: number; before?: string }): Promise<MailSummary[]>
  message(id: string): Promise<Mail>
  clearMail(): Promise<void>
  /** newest first */
  arrived(): Promise<ArrivedMail[]>
  /** mail for somebody here reaches the mail network's servers */
  receive(mail: NewArrival): Promise<Arrival>
  /** somebody outside writes a letter and brings it to one of the doors */
  handOver(letter: Handover): Promise<HandedOver>
  sns(): Promise<SnsState>
  changeSns(change: Partial<SnsSettings>): Promise<SnsState>
  /** notifications go there from now on, once it has confirmed that it wants them */
  subscribe(endpoint: string): Promise<SnsState>
  publish(message: string, how?: { kind?: PublishKind; subject?: string }): Promise<{ messageId: string }>
  faults(): Promise<FaultState>
  armFault(fault: NewFault): Promise<Fault>
  clearFaults(): Promise<void>
  ses(): Promise<SesState>
  changeSettings(change: Partial<SesSettings>): Promise<SesSettings>
  forceStatus(identity: string, status: ForcedStatus): Promise<IdentityView>
  /** as if 72 hours had passed without the records */
  expire(identity: string): Promise<IdentityView>
}

export interface WorldClientOptions {
  url: string
  token: string
  /** default 10 s */
  timeoutMs?: number
}

export function createWorldClient({ url, token, timeoutMs = 10_000 }: WorldClientOptions): WorldClient {
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      signal: AbortSignal.timeout(timeoutMs),
      ...(body && { body: JSON.stringify(body) }),
    })
    const answer: unknown = await response.json()
    if (!response.ok) throw toError(response.status, answer)
    return answer as T
  }
  const part = encodeURIComponent

  return {
    health: () => ask('GET', '/health'),
    zones: () => ask('GET', '/zones'),
    addRecord: (record) => ask('POST', '/records', record),
    editRecord: (id, change) => ask('PUT', `/records/${id}`, change),
    removeRecord: (id) => ask('DELETE', `/records/${id}`),
    removeRecordsAt: (name, type) => ask('DELETE', `/records?name=${part(name)}&type=${part(type)}`),
    dns: () => ask('GET', '/dns'),
    setDns: (mode, zone) => ask('PUT', '/dns', { mode, ...(zone && { zone }) }),
    mail: ({ limit = 50, before } = {}) =>
      ask('GET', `/mail?limit=${limit}${before ? `&before=${part(before)}` : ''}`),
    message: (id) => ask('GET', `/mail/${part(id)}`),
    clearMail: async () => void (await ask('DELETE', '/mail')),
    arrived: () => ask('GET', '/inbound'),
    receive: (mail) => ask('POST', '/inbound', mail),
    handOver: (letter) => ask('POST', '/letters', letter),
    sns: () => ask('GET', '/sns'),
    changeSns: (change) => ask('PUT', '/sns/settings', change),
    subscribe: (endpoint) => ask('PUT', '/sns/subscription', { endpoint }),
    publish: (message, how = {}) => ask('POST', '/sns/publish', { message, ...how }),
    faults: () => ask('GET', '/faults'),
    armFault: (fault) => ask('POST', '/faults', fault),
    clearFaults: async () => void (await ask('DELETE', '/faults')),
    ses: () => ask('GET', '/ses'),
    changeSettings: (change) => ask('PUT', '/ses/settings', change),
    forceStatus: (identity, status) => ask('POST', `/ses/identities/${part(identity)}/status`, status),
    expire: (identity) => ask('POST', '/ses/expire', { name: identity }),
  }
}

function toError(status: number, answer: unknown): WorldError {
  const error = (answer as { error?: { code?: string; message?: string; field?: string } } | null)?.error
  return new WorldError(status, error?.code ?? 'unknown', error?.message ?? `HTTP ${status}`, error?.field)
}
