import { Wordmark } from './wordmark'

const steps = [
  {
    title: 'Add your domain',
    text: 'One name, one page. It lists the records to publish, each with a copy button.',
  },
  {
    title: 'Paste the records',
    text: 'We ask your name servers while you work. What is right turns green, what is not says why.',
  },
  {
    title: 'Send as yourself',
    text: 'Mail is signed by your domain and comes back to it. Nobody else’s name is on it.',
  },
]

/** What this is, on one sheet of paper. */
export function Landing({ children }: { children: React.ReactNode }) {
  return (
    <main id="main" className="mx-auto max-w-3xl px-6 pt-10 pb-24">
      <Wordmark />
      <h1 className="mt-20 text-4xl leading-tight font-semibold tracking-tight sm:text-5xl">
        Mail under your own name
      </h1>
      <p className="text-soft mt-5 max-w-xl text-lg">
        Your domain, your signature, your inboxes. Letterhead gives every customer an e-mail identity of its
        own, and says at each step what it sees.
      </p>
      <div className="mt-8">{children}</div>
      <ol className="border-line mt-20 border-t">
        {steps.map((step, at) => (
          <li key={step.title} className="hairline grid gap-x-8 gap-y-1 py-6 sm:grid-cols-[3rem_14rem_1fr]">
            <span aria-hidden className="text-soft tabular-nums">
              {at + 1}
            </span>
            <h2 className="font-medium">{step.title}</h2>
            <p className="text-soft">{step.text}</p>
          </li>
        ))}
      </ol>
    </main>
  )
}
