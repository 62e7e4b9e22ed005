'use client'

import { Section } from '@/components/ui/section'
import type { RecordView } from '@/lib/domains/view'
import type { DnsMode } from '@/lib/local/world/types'
import type { LocalActions } from './actions'
import { DnsServer } from './dns-server'
import { MailList } from './mail-list'
import { PublishForm } from './publish-form'
import { QuickPublish } from './quick-publish'
import { usePanel } from './use-panel'
import { ZoneList } from './zone-list'

interface Props {
  actions: LocalActions
  mode: DnsMode
  wanted: { domain: string; records: RecordView[] }[]
}

/** The "DNS provider" of the local world, and the mail that left it. */
export function LocalPanel({ actions, mode, wanted }: Props) {
  const panel = usePanel(actions)
  return (
    <>
      <p
        role="status"
        className={`bg-paper border-line sticky top-0 z-10 min-h-10 border-b py-2 text-sm ${panel.said.wrong ? 'text-bad' : 'text-soft'}`}
      >
        {panel.said.text || 'Every DNS question of this installation is answered here.'}
      </p>
      <Section
        id="wanted"
        title="Records your domains wait for"
        purpose="Publishing replaces what stands in the way."
      >
        <QuickPublish wanted={wanted} panel={panel} />
      </Section>
      <Section id="publish" title="Publish a record">
        <PublishForm publish={actions.publish} />
      </Section>
      <Section id="zones" title="Zones">
        <ZoneList panel={panel} />
      </Section>
      <Section
        id="server"
        title="DNS server"
        purpose="Break it, and the checklist says “Could not check”, never “Not found”."
      >
        <DnsServer initial={mode} setMode={actions.setMode} />
      </Section>
      <Section
        id="mail"
        title="Mail that left"
        purpose="Each message as its receiver judged it, by asking the DNS above."
      >
        <MailList />
      </Section>
    </>
  )
}
