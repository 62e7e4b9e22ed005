import sanitizeHtml from 'sanitize-html'
import { attributes, silent, tags } from './allowed'
import { cleanStyle, declarationsOf } from './clean-style'
import { targetOf } from './targets'
import { tellTargets } from './tell-targets'

export interface Wanted {
  /** whether pictures from elsewhere may be loaded */
  remote: boolean
  /** `data:` URLs of pictures that came along, by content id; null leaves out all that came along, in whatever way */
  inline: ReadonlyMap<string, string> | null
}

export interface Sanitised {
  html: string
  /** pictures from elsewhere that were left out, and could be shown */
  remoteBlocked: number
}

// Deeper than any letter that somebody wrote.
const DEEPEST = 100
// Reading takes the square of the tags that are left open; the longest of letters have a few thousand of them.
const MOST_TAGS = 30_000
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z\d+/=\s]+$/i
// Characters: two megabytes, as base64 writes them.
const MOST_PICTURE = 2.8 * 1024 * 1024
const MOST_ALT = 500
// Characters of a width or a height.
const MOST_SIZE = 40

/** A stranger's HTML without anything that runs, loads, submits or looks like ours. */
export function sanitise(html: string, { remote, inline }: Wanted): Sanitised {
  let remoteBlocked = 0
  const read = beginningOf(html)
  const safe = sanitizeHtml(read, {
    allowedTags: tags,
    allowedAttributes: attributes,
    nonTextTags: silent,
    nestingLimit: DEEPEST,
    parseStyleAttributes: false,
    allowProtocolRelative: false,
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    allowedSchemesAppliedToAttributes: ['href', 'src'],
    transformTags: {
      a: (tagName, { href, rel: _, target: __, ...attribs }) => {
        const target = href ? targetOf(href) : null
        const to = target && { href: target, target: '_blank', rel: 'noopener noreferrer nofollow' }
        return { tagName, attribs: { ...attribs, ...to } }
      },
      img: (tagName, { src = '', ...attribs }) => {
        const picture = pictureOf(src)
        if (isRemote(picture) && isPixel(attribs)) return nothing
        if (isRemote(picture) && !remote) remoteBlocked += 1
        else if (picture) return { tagName, attribs: { ...attribs, src: picture } }
        // What it says in words stands in its place.
        return { ...nothing, ...(attribs['alt'] && { text: attribs['alt'].slice(0, MOST_ALT) }) }
      },
      // Runs after those above, on what they leave.
      '*': (tagName, { style, ...attribs }) => {
        const clean = style ? cleanStyle(style) : ''
        return { tagName, attribs: { ...attribs, ...(clean && { style: clean }) } }
      },
    },
  })
  return { html: `${tellTargets(safe)}${read === html ? '' : REST}`, remoteBlocked }

  function pictureOf(src: string): string | null {
    const url = src.trim()
    if (/^cid:/i.test(url)) return inline?.get(contentIdOf(url)) ?? null
    if (/^data:/i.test(url)) return inline && url.length <= MOST_PICTURE && PICTURE.test(url) ? url : null
    const target = targetOf(url.startsWith('//') ? `https:${url}` : url)
    return target && !target.startsWith('mailto:') ? target : null
  }
}

const REST =
  '<p>The rest of this message is not shown: it is made of more pieces than are read. The raw message has it.</p>'

function beginningOf(html: string): string {
  let tags = 0
  for (const { index } of html.matchAll(/<\/?[a-z]/gi)) if (++tags > MOST_TAGS) return html.slice(0, index)
  return html
}

const nothing = { tagName: 'span', attribs: {} }
const isRemote = (picture: string | null) => picture !== null && !picture.startsWith('data:')

/** `cid:` URLs are percent-encoded ids without their angle brackets (RFC 2392). */
export function contentIdOf(url: string): string {
  const id = url.slice(4)
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

/** A picture that nobody sees is there to tell its sender that it was loaded. */
function isPixel({ width, height, style = '' }: Record<string, string>): boolean {
  const clean = cleanStyle(style).toLowerCase()
  const drawn = declarationsOf(style)
  const sizes = drawn.flatMap(({ name, value }) => (/^(?:max-)?(?:width|height)$/.test(name) ? value : []))
  return (
    [width, height, ...sizes].some((size) =>
      /^\s*[0-2](?:\.\d+)?\s*(?:px)?(?:\s*!important)?\s*$/i.test((size ?? '').slice(0, MOST_SIZE)),
    ) || /(?:^|;)(?:display:none|visibility:hidden)/.test(clean)
  )
}
