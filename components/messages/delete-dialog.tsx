import { ConfirmForm } from '@/components/credentials/confirm-form'
import type { Outcome } from '@/components/outcome'
import { Dialog } from '@/components/ui/dialog'
import type { MessageSummary } from '@/lib/messages/view'
import { messagesWords, subjectOf } from './words'

interface Props {
  /** what it is about; none, and it is closed */
  ids: string[]
  known: (id: string) => Pick<MessageSummary, 'subject'> | undefined
  remove: (ids: string[]) => Promise<Outcome<unknown>>
  onClose: () => void
}

export function DeleteDialog({ ids, known, remove, onClose }: Props) {
  const title = `Delete ${messagesWords(ids.length)} for good`
  const only = ids.length === 1 ? known(ids[0]!) : undefined
  return (
    <Dialog title={title} open={ids.length > 0} onClose={onClose}>
      <ConfirmForm verb={title} keep="Keep" act={() => remove(ids)} onClose={onClose}>
        {only && (
          <span className="text-ink mb-2 line-clamp-4 font-medium [overflow-wrap:anywhere]">
            {subjectOf(only)}
          </span>
        )}
        What is deleted here is gone with its attachments, for everybody in this organisation. Nobody can
        bring it back.
      </ConfirmForm>
    </Dialog>
  )
}
