import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { readBody } from '../http'
import { invalidRequest, noSuchBucket, noSuchKey, S3Error } from './errors'
import type { Objects, StoredObject } from './objects'
import { readUpload } from './read-upload'
import { document, textsOf } from './xml'

export interface S3Call {
  request: IncomingMessage
  response: ServerResponse
  objects: Objects
  bucket: string
  /** empty for what is done with the bucket itself */
  key: string
  query: URLSearchParams
}
export type S3Handler = (call: S3Call) => Promise<void> | void

/** What the SDK's client sends, by method and whether it names a key. */
export function handlerOf({ request, key, query }: S3Call): S3Handler {
  const method = request.method ?? ''
  if (!key) {
    if (method === 'PUT') return createBucket
    if (method === 'HEAD') return headBucket
    if (method === 'POST' && query.has('delete')) return deleteObjects
    if (method === 'GET' && query.get('list-type') === '2') return listObjects
  } else {
    if (method === 'PUT') return request.headers['x-amz-copy-source'] ? copyObject : putObject
    if (method === 'GET') return getObject
    if (method === 'HEAD') return headObject
    if (method === 'DELETE') return deleteObject
  }
  throw new S3Error('MethodNotAllowed', 405, 'The specified method is not allowed against this resource.')
}

const createBucket: S3Handler = ({ objects, bucket, response }) => {
  objects.createBucket(bucket)
  response.writeHead(200, { location: `/${bucket}` }).end()
}

const headBucket: S3Handler = (call) => {
  requireBucket(call)
  call.response.writeHead(200).end()
}

const putObject: S3Handler = async (call) => {
  const { request, response, objects, bucket, key } = call
  requireBucket(call)
  const upload = readUpload(request)
  const contentType = request.headers['content-type'] ?? 'application/octet-stream'
  const object = await objects.put({ bucket, key, contentType }, upload.bytes, upload.check)
  response.writeHead(200, { etag: `"${object.md5}"`, 'x-amz-checksum-crc32': object.crc32 }).end()
}

const copyObject: S3Handler = async (call) => {
  const { request, response, objects, bucket, key } = call
  requireBucket(call)
  const source = decodeURIComponent(String(request.headers['x-amz-copy-source'])).replace(/^\//, '')
  const [from = '', rest = ''] = source.split(/\/(.*)/s)
  const found = objects.find(from, rest)
  if (!found) throw noSuchKey()
  const object = await objects.put({ bucket, key, contentType: found.contentType }, objects.open(found))
  sendXml(response, document('CopyObjectResult', { ETag: `"${object.md5}"`, LastModified: iso(object.at) }))
}

const getObject: S3Handler = async (call) => {
  const object = found(call)
  const range = rangeOf(call.request.headers.range, object.size)
  if (range === 'unsatisfiable')
    throw new S3Error('InvalidRange', 416, 'The requested range is not satisfiable')
  const length = range ? range.end - range.start + 1 : object.size
  call.response.writeHead(range ? 206 : 200, {
    ...headersOf(object, call.request),
    'content-length': length,
    ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${object.size}` }),
  })
  await pipeline(call.objects.open(object, range), call.response)
}

const headObject: S3Handler = (call) => {
  const object = found(call)
  const headers = { ...headersOf(object, call.request), 'content-length': object.size }
  call.response.writeHead(200, headers).end()
}

const deleteObject: S3Handler = async (call) => {
  requireBucket(call)
  await call.objects.remove(call.bucket, call.key)
  call.response.writeHead(204).end()
}

// A thousand keys of a kilobyte each, escaped.
const MOST_DELETIONS = 4 * 1024 * 1024

const deleteObjects: S3Handler = async (call) => {
  requireBucket(call)
  const xml = (await readBody(call.request, MOST_DELETIONS)).toString('utf8')
  const keys = textsOf(xml, 'Key')
  if (keys.length === 0 || keys.length > 1000) throw invalidRequest('Name from one to a thousand keys.')
  for (const key of keys) await call.objects.remove(call.bucket, key)
  const quiet = textsOf(xml, 'Quiet')[0] === 'true'
  const deleted = quiet ? [] : keys.map((key) => ({ Key: key }))
  sendXml(call.response, document('DeleteResult', { Deleted: deleted }))
}

const listObjects: S3Handler = (call) => {
  requireBucket(call)
  const { query, objects, bucket, response } = call
  const prefix = query.get('prefix') ?? ''
  const delimiter = query.get('delimiter') ?? ''
  const most = Math.min(Number(query.get('max-keys') ?? 1000), 1000)
  const token = query.get('continuation-token')
  const after = token ? Buffer.from(token, 'base64url').toString() : (query.get('start-after') ?? '')
  const folderOf = (key: string) => {
    const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1
    return end < 0 ? null : key.slice(0, end + delimiter.length)
  }
  const entries = new Map<string, StoredObject | null>()
  for (const object of objects.list(bucket, prefix)) {
    const folder = folderOf(object.key)
    const name = folder ?? object.key
    if (name > after) entries.set(name, folder === null ? object : null)
  }
  const page = [...entries].slice(0, most)
  const isTruncated = entries.size > page.length
  const tree = {
    Name: bucket,
    Prefix: prefix,
    Delimiter: delimiter || undefined,
    MaxKeys: most,
    KeyCount: page.length,
    IsTruncated: isTruncated,
    NextContinuationToken: isTruncated
      ? Buffer.from(page.at(-1)?.[0] ?? '').toString('base64url')
      : undefined,
    Contents: page.flatMap(([key, object]) =>
      object ? [{ Key: key, LastModified: iso(object.at), ETag: `"${object.md5}"`, Size: object.size }] : [],
    ),
    CommonPrefixes: page.flatMap(([name, object]) => (object ? [] : [{ Prefix: name }])),
  }
  sendXml(response, document('ListBucketResult', tree))
}

function requireBucket({ objects, bucket }: S3Call): void {
  if (!objects.hasBucket(bucket)) throw noSuchBucket()
}

function found(call: S3Call): StoredObject {
  requireBucket(call)
  const object = call.objects.find(call.bucket, call.key)
  if (!object) throw noSuchKey()
  return object
}

function headersOf(object: StoredObject, request: IncomingMessage) {
  // A checksum of the whole would not match a part of it.
  const checksum = request.headers['x-amz-checksum-mode'] === 'ENABLED' && !request.headers.range
  return {
    etag: `"${object.md5}"`,
    'content-type': object.contentType,
    'last-modified': new Date(object.at).toUTCString(),
    'accept-ranges': 'bytes',
    ...(checksum && { 'x-amz-checksum-crc32': object.crc32, 'x-amz-checksum-type': 'FULL_OBJECT' }),
  }
}

/** RFC 9110 14.1.2, one range; anything else is as if none was asked for. */
function rangeOf(header: string | undefined, size: number) {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (!from && !to) return undefined
  const start = from ? Number(from) : Math.max(0, size - Number(to))
  const end = from && to ? Math.min(Number(to), size - 1) : size - 1
  return start > end ? ('unsatisfiable' as const) : { start, end }
}

const iso = (at: number) => new Date(at).toISOString()

function sendXml(response: ServerResponse, xml: string): void {
  response.writeHead(200, { 'content-type': 'application/xml' }).end(xml)
}
