import { ExactTime } from '@/components/ui/exact-time'
import { Section } from '@/components/ui/section'
import type { ReportView } from '@/lib/audit/reports/view'
import { Facts } from './facts'

/** What an organisation consisted of at a time, made to be printed. */
export function Report({ report }: { report: ReportView }) {
  const { tenant, workspace, accounts, domains, inboxes, grants } = report
  const addressOf = (id: string) => inboxes.find((inbox) => inbox.id === id)?.address ?? id
  return (
    <>
      <p className="text-soft">
        As of <ExactTime at={report.at} />, made <ExactTime at={report.madeAt} />.
      </p>
      <Section id="organisation" title="Organisation">
        <Facts
          of={[
            ['Name', tenant.name],
            ['Slug', tenant.slug],
            ['Id', tenant.id],
          ]}
        />
      </Section>
      <Section id="workspace" title="Workspace" purpose="What it prescribed then.">
        <Facts
          of={[
            ['Name', workspace.name],
            ['Environment', workspace.environment],
            ...Object.entries(workspace.policy).map(([name, value]): [string, string] => [
              inWords(name),
              factWords(value),
            ]),
          ]}
        />
      </Section>
      <Section id="accounts" title="Accounts" purpose="With the e-mail addresses of today.">
        <Rows
          empty="There were none."
          rows={accounts.map((a) => [a.userId, a.email ?? `Removed person ${a.userId}`, a.role])}
        />
      </Section>
      <Section id="domains" title="Domains">
        <Rows
          empty="There were none."
          rows={domains.map((d) => [d.id, d.name, `sending ${d.state}, receiving ${d.receiving}`])}
        />
      </Section>
      <Section id="inboxes" title="Inboxes">
        <Rows
          empty="There were none."
          rows={inboxes.map((i) => [
            i.id,
            i.address,
            [
              i.kind,
              i.suspended ? 'suspended' : 'open',
              ...(i.protocolAccess ? ['mail programs let in'] : []),
            ].join(', '),
          ])}
        />
      </Section>
      <Section id="grants" title="Grants" purpose="Who could have tokens for which inbox.">
        <Rows
          empty="There were none."
          rows={grants.map((g) => [
            g.id,
            `${g.name} on ${addressOf(g.inboxId)}`,
            g.suspended ? 'suspended' : 'live',
          ])}
        />
      </Section>
    </>
  )
}

/** `isDefault` as people read it: Is default. */
const inWords = (name: string) => {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** What a policy does not set is the plan’s. */
const factWords = (value: unknown): string => {
  if (value === null) return 'not set'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ') || 'none'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function Rows({ rows, empty }: { rows: [id: string, name: string, state: string][]; empty: string }) {
  if (rows.length === 0) return <p className="text-soft">{empty}</p>
  return (
    <ul className="border-line border-t">
      {rows.map(([id, name, state]) => (
        <li key={id} className="hairline flex flex-wrap justify-between gap-x-6 py-2">
          <span className="min-w-0 [overflow-wrap:anywhere]">{name}</span>
          <span className="text-soft">{state}</span>
        </li>
      ))}
    </ul>
  )
}
