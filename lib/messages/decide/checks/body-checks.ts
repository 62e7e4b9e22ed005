import { countUnseen } from '../markers/characters'
import { isAligned } from '../vouched'
import { quoted, type Check } from './check'

const LITTLE_TEXT = 60
const MANY_UNSEEN = 20
const HOST = /^\s*(?:https?:\/\/)?((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})(?:[/:?#]|\s*$)/i

/** What stands in a message. */
export const bodyChecks: readonly Check[] = [
  {
    ...{
      code: 'nothing_but_links',
      score: 1.5,
      about: 'HTML alone, with links or pictures and hardly a word',
    },
    find: ({ facts, html }) =>
      facts.html !== '' &&
      facts.text.trim() === '' &&
      html.visible.trim().length < LITTLE_TEXT &&
      html.links.length + html.images > 0
        ? 'It is HTML alone, with links or pictures and hardly a word.'
        : null,
  },
  {
    ...{ code: 'link_says_another', score: 2.5, about: 'a link whose text names another site' },
    find({ html }) {
      const other = html.links.find(({ text, href }) => {
        const [said, real] = [HOST.exec(text.slice(0, 300))?.[1], hostOf(href)]
        return said !== undefined && real !== null && !isAligned(said, real)
      })
      return other
        ? `A link says ${quoted(other.text)} and leads to ${quoted(hostOf(other.href) ?? '')}.`
        : null
    },
  },
  {
    ...{ code: 'link_to_number', score: 1.5, about: 'a link to a number instead of a name' },
    find: ({ html }) =>
      html.links.some(({ href }) => /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[.*\])$/.test(hostOf(href) ?? ''))
        ? 'A link leads to a number, where a site has a name.'
        : null,
  },
  {
    ...{ code: 'form', score: 1, about: 'a form to fill in' },
    find: ({ html }) => (html.hasForm ? 'It holds a form to fill in.' : null),
  },
  {
    ...{ code: 'many_unseen', score: 1.5, about: 'many characters that are never drawn' },
    find: ({ facts, html }) =>
      countUnseen(facts.subject) * 10 + countUnseen(html.visible || facts.text) > MANY_UNSEEN
        ? 'It holds many characters that are never drawn.'
        : null,
  },
  {
    ...{ code: 'empty', score: 0.5, about: 'neither text nor files' },
    find: ({ facts, html }) =>
      facts.text.trim() === '' &&
      html.visible.trim() === '' &&
      html.images === 0 &&
      facts.attachments.length === 0
        ? 'It holds neither text nor files.'
        : null,
  },
]

/** The host that a link leads to; null for what is no link to a page. */
function hostOf(href: string): string | null {
  const written = href.slice(0, 2_000).trim()
  if (!/^https?:/i.test(written) || !URL.canParse(written)) return null
  return new URL(written).hostname
}
