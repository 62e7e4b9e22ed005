/** The reference of the API, as its page draws it. */
export interface Field {
  name: string
  in: 'path' | 'query' | 'body'
  required: boolean
  kind: 'text' | 'number' | 'boolean' | 'list' | 'json'
  /** the only values it can have, when there are few */
  values: string[]
  /** its bounds and its default, in words */
  hint: string
}

export interface Call {
  /** `domains.add` */
  name: string
  summary: string
  method: string
  /** with the base: `/api/v1/domains/{id}` */
  path: string
  permission: string
  /** whether an API key can have the permission as a scope */
  scope: boolean
  realm: 'tenant' | 'platform' | 'person'
  writes: boolean
  danger: string | null
  streams: boolean
  fields: Field[]
}

export interface Noun {
  name: string
  calls: Call[]
}

/** As whom a call is tried. A key is kept in this page's memory and nowhere else. */
export interface Sender {
  key: string
  tenant: string
}

export type Values = Record<string, string>
