import { Download, Paperclip } from 'lucide-react'
import type { AttachmentView } from '@/lib/messages/view'
import { sizeWords } from './words'

type Props = { attachments: AttachmentView[]; href: string; hidden: boolean }

/** Files beside the text, each a link that saves it; pictures within the text are shown there. */
export function Attachments({ attachments, href, hidden }: Props) {
  if (attachments.length === 0) return null
  return (
    <section aria-label="Attachments">
      <ul className="flex flex-wrap gap-2">
        {attachments.map((file) => (
          <li key={file.index} className="min-w-0">
            {hidden ? (
              <span className="border-edge text-soft flex min-h-11 items-center gap-2 rounded-md border px-3 py-1.5 text-sm sm:min-h-9">
                <Paperclip aria-hidden className="size-4 shrink-0" />
                <FileName file={file} />
              </span>
            ) : (
              <a
                href={`${href}/${file.index}`}
                download
                className="border-edge hover:bg-sunk flex min-h-11 items-center gap-2 rounded-md border px-3 py-1.5 text-sm sm:min-h-9"
              >
                <Paperclip aria-hidden className="text-soft size-4 shrink-0" />
                <span className="sr-only">Download</span>
                <FileName file={file} />
                <Download aria-hidden className="text-soft size-4 shrink-0" />
              </a>
            )}
          </li>
        ))}
      </ul>
      {hidden && (
        <p className="text-soft mt-1.5 text-sm">Files can be downloaded once codes and links are shown.</p>
      )}
    </section>
  )
}

const FileName = ({ file: { name, size, inline, type } }: { file: AttachmentView }) => (
  <span className="min-w-0 [overflow-wrap:anywhere]">
    <bdi>{name}</bdi>
    <span className="text-soft">
      {' '}
      ({sizeWords(size)}
      {inline && ', within the text'})
    </span>
    <span className="sr-only">, {type}</span>
  </span>
)
