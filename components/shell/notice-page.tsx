import { Wordmark } from './wordmark'

type Props = { title: string; children: React.ReactNode }

/** A page that says one thing: not found, something failed, signed out. */
export function NoticePage({ title, children }: Props) {
  return (
    <main
      id="main"
      className="mx-auto flex min-h-dvh max-w-xl flex-col items-start justify-center gap-4 px-6 py-16"
    >
      <Wordmark />
      <h1 className="mt-4 text-2xl font-semibold tracking-tight">{title}</h1>
      {children}
    </main>
  )
}
