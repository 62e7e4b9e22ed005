import { planNames, readPlans } from '@/lib/tenants/plans'
import { limitFields, limitNames, type LimitField, type LimitName } from '../fields'
import { numberWords } from '../words'

const windows: Record<LimitField['window'], string> = {
  always: 'what stands now',
  day: 'a day of UTC',
  hour: 'an hour of UTC',
  rate: 'a minute that slides',
  each: 'each message alone',
  age: 'the age of a message',
}
const notices: Record<LimitField['window'], string> = {
  always: 'at 80 % and at 100 %',
  day: 'at 80 % and at 100 %',
  hour: 'at 80 % and at 100 %',
  rate: 'none: it comes back within the minute',
  each: 'none: nothing is used up',
  age: 'none: nothing is used up',
}

/** docs/limits.md, from the same tables that the product holds everybody to. */
export const limitsPage = (): string =>
  [
    '# Limits',
    '<!-- Made by `npm run docs:limits` from lib/usage/fields.ts and lib/tenants/plans.ts. -->',
    about,
    table(
      ['Limit', 'Per', 'Window', 'What counts', 'What is given back', 'Acts that obey', 'Notices'],
      limitNames.map((name) => rowOf(limitFields[name])),
    ),
    '## What the plans give',
    plansAbout,
    table(
      ['Limit', ...planNames, 'A policy goes from', 'to'],
      limitNames.map((name) => [
        limitFields[name].label,
        ...planNames.map((plan) => given(plan, name)),
        ...bounds(name),
      ]),
    ),
    '## Notices',
    noticesAbout,
  ].join('\n\n') + '\n'

const about = `The plan of an organisation sets ceilings, the policy of its workspace sets numbers, and the tighter of both holds. Every
act asks at the moment of use, in its own transaction: an edit holds for the very next act of every process. Windows are
counted in one guarded statement with the act, what stands by the database itself, so a limit is exact whoever comes at
once; an act that fails used nothing. A limit that falls below what is there takes nothing away: the next act that adds is
refused.`

const plansAbout = `A dash is no limit. \`PLAN_LIMITS\` replaces single values on an installation, sizes in bytes. A field of a policy that is
empty is the plan's. Nothing is kept longer in spam or in trash than in an inbox: where retention in inboxes is tighter, it
holds for these as well.`

const noticesAbout = `Owners are told by mail when four fifths of a limit are used, and when all of it is: once a level and a UTC day, also where
an hour is full again and again; what stands is told again after it fell and rose. Whoever goes over both lines at once is told of the later
one. An hourly sweep tells those whom a tightened policy or another plan left above a line. Being refused tells nothing
again; a suspended organisation is told nothing.`

const rowOf = ({ label, per, window, counts, givesBack, acts }: LimitField): string[] => [
  ...[label, per, windows[window], counts, givesBack],
  ...[acts.map(code).join(', '), notices[window]],
]

/** Names of operations are code; other acts are words. */
const code = (act: string) => (/^[a-z_]+\.[a-z_]+$/.test(act) ? `\`${act}\`` : act)

const given = (plan: (typeof planNames)[number], name: LimitName) => words(name, readPlans({})[plan][name])

/** No policy gives more than the highest plan. */
const bounds = (name: LimitName) => {
  const { least, most } = limitFields[name]
  const highest = Math.max(...planNames.map((plan) => readPlans({})[plan][name] ?? most))
  return [least, Math.min(most, highest)].map((n) => words(name, n))
}

const words = (name: LimitName, n: number | null) =>
  n === null ? '–' : numberWords(n, limitFields[name].unit)

/** As the formatter writes it: cells padded to their column. */
function table(head: string[], rows: string[][]): string {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]!.length)))
  const line = (cells: string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join(
    '\n',
  )
}
