import 'server-only'
import { refused } from '../rest/answer'
import { perform } from '../perform'
import { frameDocument, frameHeaders } from '@/lib/messages/html/frame-document'
import { escapeHtml } from '@/lib/messages/html/parts'
import { showHtml } from '@/lib/messages/read/show-html'
import { arriving, currentAsker } from './session'

/** The HTML of a message as a document of its own, behind its walls. What is refused is said within them as well. */
export async function messageFrame(tenant: string, id: string, remote: boolean): Promise<Response> {
  const how = await arriving()
  const outcome = await perform(showHtml, await currentAsker(), tenant, { id, remote }, how)
  if (outcome.ok)
    return new Response(frameDocument(outcome.data.html), {
      headers: frameHeaders({ remote: outcome.data.remote }),
    })
  const { status } = refused(outcome.error, how.requestId)
  return new Response(frameDocument(`<p>${escapeHtml(outcome.error.message)}</p>`), {
    ...{ status, headers: frameHeaders({ remote: false }) },
  })
}
