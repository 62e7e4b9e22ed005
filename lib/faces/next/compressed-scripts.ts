import { createReadStream, globSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'

const types: Record<string, string> = {
  '.js': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
}

/**
 * Answers requests below `/_next/static/` with the `.br` file packed beside the asked one, to clients that accept
 * Brotli (RFC 7932). False when it is not its business. The list is read once: a build does not change while it runs,
 * and no path of a request ever reaches the file system.
 */
export function compressedScripts(folder: string) {
  const packed = new Map(
    globSync('**/*.br', { cwd: folder }).map((name) => {
      const asked = `/_next/static/${name.replaceAll('\\', '/').slice(0, -'.br'.length)}`
      const path = join(folder, name)
      return [asked, { path, length: statSync(path).size, type: types[extname(asked)] ?? '' }] as const
    }),
  )
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const file = packed.get((request.url ?? '').split('?', 1)[0] ?? '')
    if (!file || !acceptsBrotli(request.headers['accept-encoding'])) return false
    response.writeHead(200, {
      'content-type': file.type,
      'content-encoding': 'br',
      'content-length': file.length,
      // The names carry a hash of the content.
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
    })
    if (request.method === 'HEAD') response.end()
    else
      createReadStream(file.path)
        .on('error', () => response.destroy())
        .pipe(response)
    return true
  }
}

/** `br` named and not refused by `q=0` (RFC 9110 12.5.3). */
export const acceptsBrotli = (header: string | string[] | undefined): boolean =>
  String(header ?? '')
    .split(',')
    .some((part) => /^\s*br\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(part))
