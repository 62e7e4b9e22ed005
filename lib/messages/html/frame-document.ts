/**
 * Chromium connects to where an inner frame leads before it asks the policy whether it may, which tells whoever answers there
 * that the message was opened. So none comes into being, whatever came in: a tag begins with its name, right after the <.
 */
const withoutFrames = (html: string): string =>
  html.replaceAll(/<(?=(?:iframe|frame|frameset|object|embed|portal|fencedframe)[\s/>])/gi, '&lt;')

// Each reads from the side that its own letters do, unless its sender said from which.
const BLOCKS = 'p, div, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, blockquote, pre, figcaption, caption'

/** A whole document around the HTML of a message, to stand in a frame of its own. */
export const frameDocument = (html: string): string => `<!doctype html>
<html lang="">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Message</title>
<style>
html { background: #fff; color: #1f2328; color-scheme: light }
body { margin: 0; padding: 16px; font: 15px/1.55 system-ui, sans-serif; overflow-wrap: anywhere }
img { max-width: 100%; height: auto }
pre { white-space: pre-wrap }
:is(${BLOCKS}):not([dir], :is([dir=ltr], [dir=rtl]) *) { unicode-bidi: plaintext }
</style>
</head>
<body dir="auto">
${withoutFrames(html)}
</body>
</html>
`

/**
 * The walls of that document, whatever the HTML in it may try: no scripts, no origin, nothing loaded but pictures, nothing
 * sent, no frames. They have to hold alone: the sanitiser is the other wall.
 */
export const frameHeaders = ({ remote }: { remote: boolean }): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src data:${remote ? ' https: http:' : ''}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-popups allow-popups-to-escape-sandbox',
  ].join('; '),
  'x-frame-options': 'SAMEORIGIN',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // Asking DNS for a name tells whoever answers for it; no policy of content stands before that.
  'x-dns-prefetch-control': 'off',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-store',
})
