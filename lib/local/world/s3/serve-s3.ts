import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { verifySignature, type Credentials } from '../ses/signature'
import { toS3Error } from './errors'
import { handlerOf } from './handlers'
import type { Objects } from './objects'
import { document } from './xml'

export interface S3Options {
  objects: Objects
  credentials: Credentials
}

/** Answers one call of object storage, path style: `/<bucket>/<key>`. */
export async function serveS3(
  request: IncomingMessage,
  response: ServerResponse,
  { objects, credentials }: S3Options,
): Promise<void> {
  const requestId = randomUUID()
  response.setHeader('x-amz-request-id', requestId)
  try {
    const [rawPath = '', rawQuery = ''] = (request.url ?? '').split('?')
    const { method = '', headers } = request
    const bodyHash = String(headers['x-amz-content-sha256'] ?? '')
    verifySignature({ method, rawPath, rawQuery, headers, bodyHash }, credentials, Date.now(), 's3')
    const [bucket = '', key = ''] = rawPath
      .slice(1)
      .split(/\/(.*)/s)
      .map(decodeURIComponent)
    const query = new URLSearchParams(rawQuery)
    const call = { request, response, objects, bucket, key, query }
    await handlerOf(call)(call)
  } catch (error) {
    const { code, status, message } = toS3Error(error)
    // What has begun can only be broken off: the client counts its bytes.
    if (response.headersSent) return void response.destroy()
    request.resume()
    const xml = document('Error', { Code: code, Message: message, RequestId: requestId }, false)
    response.writeHead(status, { 'content-type': 'application/xml', connection: 'close' })
    response.end(request.method === 'HEAD' ? undefined : xml)
  }
}
