import { ConfirmForm } from '@/components/credentials/confirm-form'
import type { Outcome } from '@/components/outcome'
import { Dialog } from '@/components/ui/dialog'
import { messagesWords } from './words'

interface Props {
  /** what it is about; none, and it is closed */
  ids: string[]
  remove: (ids: string[]) => Promise<Outcome<unknown>>
  onClose: () => void
}

export function DeleteDialog({ ids, remove, onClose }: Props) {
  const title = `Delete ${messagesWords(ids.length)} for good`
  return (
    <Dialog title={title} open={ids.length > 0} onClose={onClose}>
      <ConfirmForm verb={title} keep="Keep" act={() => remove(ids)} onClose={onClose}>
        What is deleted here is gone with its attachments, for everybody in this organisation. Nobody can
        bring it back.
      </ConfirmForm>
    </Dialog>
  )
}
