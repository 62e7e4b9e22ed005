import Link from 'next/link'
import { Environment } from '@/components/shell/environment'
import { planWords } from '@/components/tenants/words'
import { buttonStyle } from '@/components/ui/button'
import { CopyCell } from '@/components/ui/copy-cell'
import { Section } from '@/components/ui/section'
import type { OpenedView, ProvisionView } from '@/lib/provisioning/tenants/view'
import { Steps } from './steps'

/** What came of a request for a whole customer. */
export function Provisioned({ state }: { state: ProvisionView }) {
  const { tenant, trialAddress, inbox, inboxes, steps, next } = state
  return (
    <>
      <dl className="grid max-w-3xl gap-x-8 gap-y-3 sm:grid-cols-2">
        <Fact name="Tenant">
          <span className="flex flex-wrap items-center gap-2">
            <span className="pasted">{tenant.slug}</span> <Environment name={tenant.workspace.environment} />
          </span>
        </Fact>
        <Fact name="Workspace and plan">
          {tenant.workspace.name}, {planWords[tenant.plan]}
        </Fact>
        {trialAddress && (
          <Fact name={inbox?.address === trialAddress ? 'Sends and receives at once as' : 'Sends at once as'}>
            <CopyCell text={trialAddress} label="trial address" />
          </Fact>
        )}
        {inbox && <Opened inbox={inbox} isTold={inbox.address === trialAddress} />}
      </dl>
      {inboxes.length > 0 && (
        <Section id="inboxes" title="More inboxes">
          <dl className="grid max-w-3xl gap-x-8 gap-y-3 sm:grid-cols-2">
            {inboxes.map((one) => (
              <Opened key={one.id} inbox={one} />
            ))}
          </dl>
        </Section>
      )}
      {steps.length > 0 && (
        <Section id="steps" title="Steps">
          <Steps steps={steps} />
        </Section>
      )}
      <Section id="next" title="What is next">
        {next.length === 0 ? (
          <p>Nothing: all of it is in use.</p>
        ) : (
          <ul className="max-w-prose list-disc space-y-2 pl-5 [overflow-wrap:anywhere]">
            {next.map((sentence) => (
              <li key={sentence}>
                <Linked sentence={sentence} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <div className="mt-10 flex flex-wrap gap-2">
        <Link href={`/admin/tenants/${tenant.slug}`} className={buttonStyle({ look: 'primary' })}>
          Open the tenant
        </Link>
        <Link href="/admin/provision" className={buttonStyle()}>
          Provision another
        </Link>
      </div>
    </>
  )
}

/** Its address, unless that stands there already, and the grant that a program mints its tokens from. */
function Opened({ inbox: { address, grantId }, isTold = false }: { inbox: OpenedView; isTold?: boolean }) {
  return (
    <>
      {!isTold && (
        <Fact name="Inbox">
          <CopyCell text={address} label="address of the inbox" />
        </Fact>
      )}
      <Fact name={isTold ? 'Grant of its inbox' : 'Its grant'}>
        {grantId ? <CopyCell text={grantId} label="grant" /> : 'Revoked'}
      </Fact>
    </>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-soft text-sm">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** An address in a sentence is one to give away: it is shown whole, and leads there. */
function Linked({ sentence }: { sentence: string }) {
  const [words, address] = sentence.split(/ (?=https?:\/\/\S+$)/)
  if (!address) return sentence
  return (
    <>
      {words}{' '}
      <a href={address} className="underline underline-offset-4">
        {address}
      </a>
    </>
  )
}
