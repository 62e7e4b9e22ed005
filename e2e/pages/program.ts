import { expect } from '@playwright/test'

export interface Answer<T = unknown> {
  status: number
  headers: Headers
  body: T
}

/** A program that comes in with a key: HTTP and nothing else. */
export class Program {
  constructor(
    private readonly url: string,
    private readonly secret: string,
  ) {}

  get = <T>(path: string, headers?: Record<string, string>) => this.ask<T>('GET', path, headers)
  post = <T>(path: string, body: object, headers?: Record<string, string>) =>
    this.ask<T>('POST', path, headers, body)

  /** @param path below /api/v1 */
  async ask<T>(
    method: string,
    path: string,
    more: Record<string, string> = {},
    body?: object,
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.secret}`,
        ...(body && { 'content-type': 'application/json' }),
        ...more,
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const { status, headers } = response
    return { status, headers, body: (await response.json()) as T }
  }
}

/** The whole shape of a refusal: a program relies on every field of it. */
export const refusal = (code: string) => ({
  error: {
    code,
    message: expect.stringMatching(/\.$/) as unknown,
    fields: expect.any(Object) as unknown,
    request_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
    next_step: expect.stringMatching(/\.$/) as unknown,
  },
})
