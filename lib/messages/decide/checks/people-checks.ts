import { domainOf, foldAddress } from '../fold'
import { looksLike } from '../markers/look-alike'
import { isAligned, isVouched, registered } from '../vouched'
import { quoted, type Check } from './check'

const ADDRESS = /[^\s@<>"',;()]{1,64}@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8})/i

/** Who a message says it is from, held against the rest of it. */
export const peopleChecks: readonly Check[] = [
  {
    ...{ code: 'name_is_an_address', score: 2.5, about: 'another address as the name of the sender' },
    find({ facts }) {
      const other = facts.from.find(({ name, address }) => {
        const named = ADDRESS.exec(name.slice(0, 500))?.[1]
        return named !== undefined && !isAligned(named, domainOf(address))
      })
      return other ? `The name of its sender is another address: ${quoted(other.name)}.` : null
    },
  },
  {
    ...{
      code: 'name_is_ours',
      score: 1.5,
      about: 'the recipient’s domain in the name of a sender elsewhere',
    },
    find({ facts }) {
      const ours = registered(domainOf(facts.recipient))
      const other = facts.from.find(
        ({ name, address }) =>
          ours.includes('.') && name.toLowerCase().includes(ours) && !isAligned(domainOf(address), ours),
      )
      return other ? `The name of its sender says ${ours}, its address does not.` : null
    },
  },
  {
    ...{ code: 'domain_looks_like_ours', score: 3, about: 'a domain that looks like the recipient’s' },
    find({ facts }) {
      const ours = domainOf(facts.recipient)
      const other = facts.from.find(({ address }) => looksLike(domainOf(address), ours))
      return other ? `${quoted(domainOf(other.address))} looks like ${ours} and is another domain.` : null
    },
  },
  {
    ...{ code: 'sender_is_recipient', score: 2.5, about: 'the recipient as its own sender, not vouched for' },
    find: ({ facts }) =>
      facts.from.some(({ address }) => foldAddress(address) === foldAddress(facts.recipient)) &&
      !isVouched(facts)
        ? 'It says it is from the address it went to, and nothing vouches for that.'
        : null,
  },
  {
    ...{ code: 'reply_elsewhere', score: 0.5, about: 'answers that go to another domain' },
    find({ facts }) {
      const [from] = facts.from
      const other = facts.replyTo.find(
        ({ address }) => from && !isAligned(domainOf(address), domainOf(from.address)),
      )
      return other ? `An answer would go to ${quoted(other.address)}, at another domain.` : null
    },
  },
  {
    ...{
      code: 'envelope_elsewhere',
      score: 0.7,
      about: 'a sender that nothing vouches for, sent by another domain',
    },
    find({ facts }) {
      const [from] = facts.from
      const by = domainOf(facts.envelopeFrom)
      return from && by !== '' && !isAligned(by, domainOf(from.address)) && !isVouched(facts)
        ? `${quoted(by)} sent it in the name of another domain.`
        : null
    },
  },
]
