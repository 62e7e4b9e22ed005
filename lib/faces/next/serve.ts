import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import next from 'next'
import { settleEnds } from '@/lib/kernel/ends'
import { env } from '@/lib/kernel/env'
import { ADDRESS_HEADER, addressOf } from '../address'
import { PREFETCH_HEADER, prefetchOf } from '../prefetch'
import { compressedScripts } from './compressed-scripts'

/** The web process: Next's own handler, with scripts and styles sent as Brotli, for which they were packed at build. */
const { values } = parseArgs({
  options: {
    hostname: { type: 'string', short: 'H', default: '127.0.0.1' },
    port: { type: 'string', short: 'p' },
  },
})
const hostname = values.hostname
const port = Number(values.port)

const app = next({ dev: false, hostname, port })
await app.prepare()
const handle = app.getRequestHandler()
const sendCompressed = compressedScripts('.next/static')

const server = createServer((request, response) => {
  if (sendCompressed(request, response)) return
  const forwarded = request.headers['x-forwarded-for']?.toString()
  request.headers[ADDRESS_HEADER] = addressOf(request.socket.remoteAddress, forwarded, env().TRUSTED_PROXIES)
  request.headers[PREFETCH_HEADER] = prefetchOf(request.headers)
  void handle(request, response)
})
server.listen(port, hostname)

function stop(): void {
  server.close(() => void settleEnds().finally(() => process.exit(0)))
  // Event streams never end by themselves.
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), 1_000).unref()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
process.once('disconnect', stop)
