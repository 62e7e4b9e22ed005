import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PolicyView } from '@/lib/workspaces/policy/view'
import { workspaceQueries } from './queries'
import { changedIn, problemOf, rebase, typedOf } from './typed'

// How soon an editor that is open says that somebody else saved; that nothing is overwritten is the server's promise.
const LOOK_EVERY = 20_000

/** The state of the editor: what was typed, against which version, and what somebody else made of it since. */
export function usePolicy(slug: string, fromPage: PolicyView) {
  const [base, setBase] = useState(fromPage)
  const [typed, setTyped] = useState(() => typedOf(fromPage))
  const [undecided, setUndecided] = useState<string[]>([])
  const asked = useQuery({ ...workspaceQueries.one(slug), refetchInterval: LOOK_EVERY, enabled: true })
  const looked = asked.data?.policy
  const newest = looked && looked.version > fromPage.version ? looked : fromPage
  const changed = changedIn(base, typed)
  const problems = Object.fromEntries(
    base.fields.flatMap((field) => {
      const problem = problemOf(field, typed[field.name] ?? '')
      return problem ? [[field.name, problem]] : []
    }),
  )
  const isClean = Object.keys(changed).length === 0 && Object.keys(problems).length === 0

  const goOnFrom = (policy: PolicyView) => {
    const onTop = rebase(base, policy, typed)
    setBase(policy)
    setTyped(onTop.typed)
    setUndecided(onTop.undecided)
  }
  const overtaken = newest.version > base.version ? newest : undefined
  // Nothing was typed that could be lost.
  if (overtaken && isClean) goOnFrom(overtaken)

  const decided = (name: string) => setUndecided((names) => names.filter((one) => one !== name))
  return {
    ...{ base, typed, changed, problems, undecided, overtaken, goOnFrom, decided },
    type: (name: string, text: string) => setTyped((all) => ({ ...all, [name]: text })),
    reset: () => {
      setTyped(typedOf(base))
      setUndecided([])
    },
    saved: (policy: PolicyView) => {
      setBase(policy)
      setTyped(typedOf(policy))
      setUndecided([])
    },
    /** Reads the newest version now, and goes on from it. */
    catchUp: async () => {
      const { data } = await asked.refetch()
      if (data) goOnFrom(data.policy)
    },
  }
}
