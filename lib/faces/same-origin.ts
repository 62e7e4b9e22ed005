/**
 * Whether a request comes from a page of ours: by Sec-Fetch-Site where the browser sends it (Fetch Metadata), else
 * by Origin. Neither present means no: fail closed.
 */
export function isSameOrigin(request: Pick<Request, 'headers' | 'url'>): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = request.headers.get('origin')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === request.headers.get('host')
}
