import type { Outcome } from '@/components/outcome'
import { useAct } from '@/components/use-act'
import { linesOf } from './words'

interface Words {
  name: string
  description: string
  patterns: string[]
}

/** A form about a workspace: keeps what was typed, tells refusals at their fields and goes to the first of them. */
export function useWorkspaceForm<T>(
  act: (data: FormData, words: Words) => Promise<Outcome<T>>,
  done: (made: T) => void,
) {
  const { run, busy, refusal, setRefusal } = useAct(act)
  const onSubmit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const text = (name: string) => String(data.get(name))
    const words = {
      name: text('name'),
      description: text('description'),
      patterns: linesOf(text('patterns')),
    }
    const outcome = await run(data, words)
    if (outcome?.ok) return done(outcome.data)
    const [first] = Object.keys(namedIn(outcome?.error.fields))
    if (first) form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
  }
  return {
    props: { onSubmit, onChange: () => setRefusal(undefined), noValidate: true },
    busy,
    wrong: namedIn(refusal?.fields),
    /** what is told at no field */
    said: refusal && !refusal.fields ? refusal.message : undefined,
  }
}

/** `patterns.3` is told at `patterns`. */
const namedIn = (fields: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, words]) => [name.split('.')[0]!, words]))
