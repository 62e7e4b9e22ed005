import type { ServerResponse } from 'node:http'
import { listenHttp, type HttpServer } from './http'
import type { Objects } from './s3/objects'
import { serveS3 } from './s3/serve-s3'
import type { Credentials } from './ses/signature'
import type { Topic } from './sns/topic'

export interface AwsOptions {
  host: string
  port: number
  topic: Topic
  objects: Objects
  credentials: Credentials
}

/** Object storage, and beside it what anybody may ask a topic for: its certificate, and the links in its mail. */
export function startAws({ host, port, topic, objects, credentials }: AwsOptions): Promise<HttpServer> {
  return listenHttp(host, port, (request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split('?')
    const certificate = request.method === 'GET' ? topic.certificateAt(path) : undefined
    if (certificate) return send(response, 200, certificate, 'application/x-pem-file')
    if (path === '/' && request.method === 'GET')
      return followLink(topic, new URLSearchParams(query), response)
    void serveS3(request, response, { objects, credentials })
  })
}

function followLink(topic: Topic, query: URLSearchParams, response: ServerResponse): void {
  const isConfirmed =
    query.get('Action') === 'ConfirmSubscription' &&
    query.get('TopicArn') === topic.arn &&
    topic.confirm(query.get('Token') ?? '')
  const body = isConfirmed
    ? '<ConfirmSubscriptionResponse><ConfirmSubscriptionResult/></ConfirmSubscriptionResponse>'
    : '<ErrorResponse><Error><Code>InvalidParameter</Code></Error></ErrorResponse>'
  send(response, isConfirmed ? 200 : 400, body, 'text/xml')
}

const send = (response: ServerResponse, status: number, body: string, type: string): void =>
  void response.writeHead(status, { 'content-type': type }).end(body)
