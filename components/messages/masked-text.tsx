import { EyeOff } from 'lucide-react'
import { linksIn } from './links-in'

const HIDDEN = /(\[hidden: [^\]]{1,300}\])/

interface Props {
  text: string
  masked: boolean
  /** its links can be followed */
  linked?: boolean
}

/** A message's text, line by line as it was written; what is hidden from its reader stands there as a block. */
export function MaskedText({ text, masked, linked = false }: Props) {
  return (
    <div
      dir="auto"
      className="max-w-prose leading-relaxed [overflow-wrap:anywhere] whitespace-pre-wrap [unicode-bidi:plaintext]"
    >
      {masked
        ? text.split(HIDDEN).map((part, at) => (at % 2 === 1 ? <Hidden key={at} words={part} /> : part))
        : linked
          ? linksIn(text).map((piece, at) => (piece.href ? <Out key={at} to={piece.href} /> : piece.text))
          : text}
    </div>
  )
}

const Out = ({ to }: { to: string }) => (
  <a
    href={to}
    dir="ltr"
    target="_blank"
    rel="noopener noreferrer nofollow"
    className="underline underline-offset-2"
  >
    {to}
  </a>
)

const Hidden = ({ words }: { words: string }) => (
  <span className="bg-sunk border-edge mx-0.5 inline-flex max-w-full items-center gap-1 rounded border px-1.5 text-sm">
    <EyeOff aria-hidden className="size-3.5 shrink-0" />
    Hidden: {words.slice('[hidden: '.length, -1)}
  </span>
)
