import { EyeOff } from 'lucide-react'

const HIDDEN = /(\[hidden: [^\]]{1,300}\])/

/** A message's text, line by line as it was written; what is hidden from its reader stands there as a block. */
export function MaskedText({ text, masked }: { text: string; masked: boolean }) {
  return (
    <div dir="auto" className="max-w-prose leading-relaxed [overflow-wrap:anywhere] whitespace-pre-wrap">
      {masked
        ? text.split(HIDDEN).map((part, at) => (at % 2 === 1 ? <Hidden key={at} words={part} /> : part))
        : text}
    </div>
  )
}

const Hidden = ({ words }: { words: string }) => (
  <span className="bg-sunk border-edge mx-0.5 inline-flex max-w-full items-center gap-1 rounded border px-1.5 text-sm">
    <EyeOff aria-hidden className="size-3.5 shrink-0" />
    Hidden: {words.slice('[hidden: '.length, -1)}
  </span>
)
