'use client'

import { CopyCell } from '@/components/ui/copy-cell'
import { Section } from '@/components/ui/section'
import type { WriteActions } from '../actions'
import { ArrivedList } from './arrived-list'
import { TopicSwitches } from './topic-switches'
import { WriteForm } from './write-form'

interface Props {
  actions: WriteActions
  /** inboxes of whoever looks at the page */
  addresses: string[]
  /** a line for a shell */
  swaks: string
}

/** Somebody outside, with a letter and two doors to choose from. */
export function WritePanel({ actions, addresses, swaks }: Props) {
  return (
    <>
      <Section id="letter" title="A letter">
        <WriteForm write={actions.write} addresses={addresses} />
      </Section>
      <Section id="shell" title="From a shell" purpose="The same with swaks, at the SMTP door.">
        <CopyCell text={swaks} label="the command" />
      </Section>
      <Section
        id="network"
        title="How the mail network behaves"
        purpose="It tells the product of each message. On a bad day it does so late, twice or in another order, and still each message arrives once."
      >
        <TopicSwitches change={actions.changeTopic} />
      </Section>
      <Section id="arrived" title="What came in through the mail network">
        <ArrivedList />
      </Section>
    </>
  )
}
