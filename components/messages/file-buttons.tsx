'use client'

import { Inbox, MailOpen, Mail, OctagonAlert, ShieldCheck, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { ConfirmForm } from '@/components/credentials/confirm-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Folder } from '@/lib/inboxes/view'
import type { Target } from './use-mail-acts'
import { messagesWords } from './words'

export interface Filing {
  mark: (read: boolean) => void
  move: (folder: Target) => void
  /** asks before it deletes for good */
  askDelete: () => void
}
interface Props extends Filing {
  folder: Folder
  count: number
  /** what one click on “mark” makes of them */
  marksRead: boolean
}

/** What can be done with messages, by where they are. What destroys, and what lets something in, is asked first. */
export function FileButtons({ folder, count, marksRead, mark, move, askDelete }: Props) {
  const [releasing, setReleasing] = useState(false)
  const these = messagesWords(count)
  const release = async () => {
    move('inbox')
    return { ok: true as const, data: null }
  }
  return (
    <div className="flex flex-wrap gap-1.5">
      {folder === 'quarantine' && (
        <Button size="sm" onClick={() => setReleasing(true)}>
          <ShieldCheck aria-hidden />
          Release
        </Button>
      )}
      {folder === 'spam' && (
        <Button size="sm" onClick={() => move('inbox')}>
          <Inbox aria-hidden />
          Not spam
        </Button>
      )}
      {folder === 'trash' && (
        <Button size="sm" onClick={() => move('inbox')}>
          <Undo2 aria-hidden />
          Move to inbox
        </Button>
      )}
      {folder === 'inbox' && (
        <Button size="sm" onClick={() => move('spam')}>
          <OctagonAlert aria-hidden />
          Spam
        </Button>
      )}
      {folder !== 'quarantine' && (
        <Button size="sm" onClick={() => mark(marksRead)}>
          {marksRead ? <MailOpen aria-hidden /> : <Mail aria-hidden />}
          {marksRead ? 'Mark read' : 'Mark unread'}
        </Button>
      )}
      {folder !== 'trash' && (
        <Button size="sm" onClick={() => move('trash')}>
          <Trash2 aria-hidden />
          Move to trash
        </Button>
      )}
      {folder !== 'inbox' && (
        <Button size="sm" look="danger" onClick={askDelete}>
          <Trash2 aria-hidden />
          Delete for good
        </Button>
      )}
      <Dialog title={`Release ${these}`} open={releasing} onClose={() => setReleasing(false)}>
        <ConfirmForm
          verb={`Release ${these}`}
          keep="Keep in quarantine"
          act={release}
          onClose={() => setReleasing(false)}
        >
          Released mail goes to the inbox, where people and programs read it. What was held for want of room
          counts as storage from then on, so there has to be room for it.
        </ConfirmForm>
      </Dialog>
    </div>
  )
}
