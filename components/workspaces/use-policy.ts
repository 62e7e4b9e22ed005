import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PolicyView } from '@/lib/workspaces/policy/view'
import { changedMail, rebaseMail, typedMail, type MailTyped } from './mail/typed'
import { workspaceQueries } from './queries'
import { changedIn, problemOf, rebase, typedOf } from './typed'

// How soon an editor that is open says that somebody else saved; that nothing is overwritten is the server's promise.
const LOOK_EVERY = 20_000

const allTyped = (policy: PolicyView) => ({ numbers: typedOf(policy), mail: typedMail(policy.mail) })

/** The state of the editor: what was typed, against which version, and what somebody else made of it since. */
export function usePolicy(slug: string, fromPage: PolicyView) {
  const [base, setBase] = useState(fromPage)
  const [typed, setTyped] = useState(() => allTyped(fromPage))
  const [undecided, setUndecided] = useState<string[]>([])
  const asked = useQuery({ ...workspaceQueries.one(slug), refetchInterval: LOOK_EVERY, enabled: true })
  const looked = asked.data?.policy
  const newest = looked && looked.version > fromPage.version ? looked : fromPage
  const proposed = { policy: changedIn(base, typed.numbers), mail: changedMail(base.mail, typed.mail) }
  const count = Object.keys(proposed.policy).length + Object.keys(proposed.mail).length
  const problems = Object.fromEntries(
    base.fields.flatMap((field) => {
      const problem = problemOf(field, typed.numbers[field.name] ?? '')
      return problem ? [[field.name, problem]] : []
    }),
  )
  const isClean = count === 0 && Object.keys(problems).length === 0

  const goOnFrom = (policy: PolicyView) => {
    const numbers = rebase(base, policy, typed.numbers)
    const mail = rebaseMail(base.mail, policy.mail, typed.mail)
    setBase(policy)
    setTyped({ numbers: numbers.typed, mail: mail.typed })
    setUndecided([...numbers.undecided, ...mail.undecided])
  }
  const overtaken = newest.version > base.version ? newest : undefined
  // Nothing was typed that could be lost.
  if (overtaken && isClean) goOnFrom(overtaken)

  const startFrom = (policy: PolicyView) => {
    setBase(policy)
    setTyped(allTyped(policy))
    setUndecided([])
  }
  return {
    ...{ base, typed, proposed, count, problems, undecided, overtaken, goOnFrom },
    decided: (name: string) => setUndecided((names) => names.filter((one) => one !== name)),
    type: (name: string, text: string) =>
      setTyped((all) => ({ ...all, numbers: { ...all.numbers, [name]: text } })),
    typeMail: (change: Partial<MailTyped>) =>
      setTyped((all) => ({ ...all, mail: { ...all.mail, ...change } })),
    reset: () => startFrom(base),
    saved: startFrom,
    /** Reads the newest version now, and goes on from it. */
    catchUp: async () => {
      const { data } = await asked.refetch()
      if (data) goOnFrom(data.policy)
    },
  }
}
