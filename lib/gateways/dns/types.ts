export type RecordType = 'CNAME' | 'MX' | 'TXT' | 'NS' | 'A' | 'AAAA' | 'SOA'

/** One record as it was seen. Host names are lower case without final dot; `ttl` is in seconds. */
export type DnsRecord =
  | { type: 'CNAME' | 'NS'; target: string; ttl: number }
  | { type: 'MX'; exchange: string; preference: number; ttl: number }
  /** The chunks of a TXT record are joined without spaces (RFC 7208 3.3). */
  | { type: 'TXT'; text: string; ttl: number }
  | { type: 'A' | 'AAAA'; address: string; ttl: number }

/**
 * Why nobody could tell. `refused` includes servers that were named for the zone and do not speak for it,
 * `no_servers` a zone whose name servers have no usable address or lead in circles.
 */
export type Failure =
  | 'timeout'
  | 'servfail'
  | 'refused'
  | 'network'
  | 'blocked_address'
  | 'rate_limited'
  | 'malformed'
  | 'no_servers'

export type Source = 'authoritative' | 'resolver'

/**
 * What the world said about one name and type. `others` are records of other types that came along, the
 * record at the name first: the CNAME, when MX was asked. `negativeTtl` is how long resolvers may remember
 * the absence, in seconds (RFC 2308 5). `server` is `ip` or `ip:port`. `failed` says nothing about the name.
 */
export type Lookup =
  | {
      outcome: 'found'
      name: string
      type: RecordType
      records: DnsRecord[]
      others: DnsRecord[]
      source: Source
      server: string
    }
  | {
      outcome: 'nodata' | 'nxdomain'
      name: string
      type: RecordType
      others: DnsRecord[]
      negativeTtl: number | null
      source: Source
      server: string
    }
  | { outcome: 'failed'; name: string; type: RecordType; failure: Failure; server: string | null }

export interface ZoneServers {
  zone: string
  hosts: string[]
}

export interface DnsGateway {
  /**
   * Asks the authoritative servers of the name's zone, then the resolvers if none of them answers. Never
   * throws and never answers from a cache. An SOA that is there is `found` with empty `records`.
   */
  lookup(name: string, type: RecordType): Promise<Lookup>

  /**
   * The zone that holds the name and the hosts its NS records list, sorted. Null when nobody could be asked
   * or when there is no cut below the root.
   */
  nameServers(name: string): Promise<ZoneServers | null>

  /** Ends everything under way as `failed` / `network`; so does every later lookup. */
  close(): void
}
