import { Tokenizer } from 'htmlparser2'
import { silent } from '../../html/allowed'
import type { Style } from './declarations'
import { isAway, isHidden, isPoint, lookWithin, page, type Look } from './look'
import { parseSheet, sheetsOf, styleOf } from './style'

/** HTML as people see it and as a machine reads it. */
export interface ReadHtml {
  visible: string
  /** text that is not seen, cut where seen text stands between; `leads` stands before all that is seen */
  hidden: { text: string; leads: boolean }[]
  /** words that stand in the place of pictures */
  inPlace: string[]
  /** seen, and kept from those who have a page read to them */
  unread: string
  links: { text: string; href: string }[]
  images: number
  hasForm: boolean
}

const MOST = 1_000_000
// Elements within each other; how deeper ones look cannot be told.
const DEEPEST = 300
const MOST_LINKS = 2_000
const empty = new Set('area base br col embed frame hr img input link meta param source track wbr'.split(' '))
const noText = new Set(silent)
/** Which open elements an element ends, as nobody writes their ends (HTML 13.1.2.4). */
const ends: Record<string, readonly string[]> = {
  ...{ p: ['p'], div: ['p'], table: ['p'], ul: ['p'], ol: ['p'], h1: ['p'], h2: ['p'], h3: ['p'] },
  ...{ li: ['li', 'p'], td: ['td', 'th', 'p'], th: ['td', 'th', 'p'], tr: ['td', 'th', 'tr', 'p'] },
}

interface Open {
  tag: string
  look: Look
  isText: boolean
  /** whether the sanitiser may have left what is no text already, as its own reading ends otherwise */
  isDoubtful: boolean
  /** whether it is a `details` that has its one line that is seen while it is closed */
  isSummed?: boolean
}

/** Reads HTML in one go, in time that grows with its length alone, whatever it is. */
export function readHtml(written: string): ReadHtml {
  const html = written.slice(0, MOST)
  const sheet = parseSheet(sheetsOf(html))
  const seen: string[] = []
  const unread: string[] = []
  const read: ReadHtml = {
    ...{ visible: '', hidden: [], inPlace: [], unread: '', links: [], images: 0, hasForm: false },
  }
  const open: Open[] = [{ tag: '', look: page, isText: true, isDoubtful: false }]
  let beyond = 0
  let isHiding = false
  let link: { text: string; href: string } | null = null
  let tag = ''
  let attributes: Style = {}
  let attribute = ''
  let value = ''

  const text = (piece: string) => {
    const { look, isText, isDoubtful } = open.at(-1)!
    if (!isText && !isDoubtful) return
    if (link && link.text.length < 500) link.text += piece
    if (isDoubtful || beyond > 0 || isHidden(look)) {
      if (!isHiding) read.hidden.push({ text: '', leads: seen.length === 0 })
      isHiding = true
      read.hidden.at(-1)!.text += piece
    } else {
      if (seen.length === 0 || isHiding) {
        if (piece.trim() === '') return
        isHiding = false
      }
      seen.push(piece)
      if (look.unread) unread.push(piece)
    }
  }
  const picture = () => {
    read.images++
    const words = attributes['alt']?.trim()
    if (!words) return
    const look = lookWithin(open.at(-1)!.look, tag, attributes, styleOf(tag, attributes, sheet))
    if (beyond > 0 || isAway(look) || isPoint(attributes)) read.hidden.push({ text: words, leads: false })
    else read.inPlace.push(words)
  }
  const begin = () => {
    if (tag === 'img') picture()
    if (tag === 'form') read.hasForm = true
    if (tag === 'a' && read.links.length < MOST_LINKS) {
      link = { text: '', href: attributes['href'] ?? '' }
      read.links.push(link)
    }
    if (empty.has(tag)) return text(' ')
    while (open.length > 1 && ends[tag]?.includes(open.at(-1)!.tag)) open.pop()
    if (open.length > DEEPEST) {
      if (beyond++ === 0) doubt()
      return
    }
    const around = open.at(-1)!
    const isSummary = tag === 'summary' && around.tag === 'details' && !around.isSummed
    if (isSummary) around.isSummed = true
    const outer = isSummary ? open.at(-2)! : around
    const look = lookWithin(outer.look, tag, attributes, styleOf(tag, attributes, sheet))
    open.push({
      ...{ tag, look, isText: around.isText && !noText.has(tag) },
      isDoubtful: around.isDoubtful && !around.isText,
    })
  }
  const doubt = () => {
    for (const one of open) one.isDoubtful ||= !one.isText
  }
  const end = (name: string) => {
    if (name === 'a') link = null
    if (beyond > 0) return void beyond--
    const { isText } = open.at(-1)!
    const at = open.findLastIndex(({ tag }) => tag === name || (isText && isWall(tag, name)))
    if (at > 0 && open[at]!.tag === name) open.length = at
    else doubt()
    if (!inline.has(name)) text(' ')
  }

  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(from, to) {
        tag = html.slice(from, to).toLowerCase().slice(0, 50)
        attributes = {}
      },
      onattribname(from, to) {
        attribute = html.slice(from, Math.min(to, from + 50)).toLowerCase()
        value = ''
      },
      onattribdata: (from, to) => void (value += html.slice(from, to)),
      onattribentity: (code) => void (value += String.fromCodePoint(code)),
      onattribend: () => void (attributes[attribute] ??= value),
      onopentagend: begin,
      onselfclosingtag: begin,
      onclosetag: (from, to) => end(html.slice(from, to).toLowerCase().trim()),
      ontext: (from, to) => text(html.slice(from, to)),
      ontextentity: (code) => text(String.fromCodePoint(code)),
      ...{ oncdata: ignore, oncomment: ignore, ondeclaration: ignore, onend: ignore },
      onprocessinginstruction: ignore,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return { ...read, visible: seen.join(''), unread: unread.join('') }
}

const words = (text: string) => new Set(text.split(' '))
const tableParts = words('caption table tbody td tfoot th thead tr')
const walls = words('caption marquee object table td template th')
const formatting = words('a b big code em font i nobr s small strike strong tt u')
const blocks = words(
  'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup li main menu nav ol p pre section summary ul',
)

/** Whether an element keeps what is around it from being ended out of it (HTML 13.2.4.2). */
function isWall(tag: string, ended: string): boolean {
  if (tableParts.has(ended)) return tag === 'table'
  return walls.has(tag) || (blocks.has(tag) && !blocks.has(ended) && !formatting.has(ended))
}

const inline = new Set('a abbr b big code em font i s small span strong sub sup u'.split(' '))
const ignore = () => undefined
