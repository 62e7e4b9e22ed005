import type { AuditDetailView } from '@/lib/audit/view'

type Props = Pick<AuditDetailView, 'before' | 'after' | 'unreadable'>

/** What was so before beside what is so after. */
export function ChangeTable({ before, after, unreadable }: Props) {
  if (unreadable) return <p className="text-bad">This does not open: it was changed after it was written.</p>
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  if (names.length === 0) return <p className="text-soft">Nothing was noted beside the act itself.</p>
  return (
    <table className="w-full table-fixed text-sm">
      <thead>
        <tr className="text-soft text-left">
          <th scope="col" className="hairline w-1/4 py-2 pr-3 font-medium">
            What
          </th>
          <th scope="col" className="hairline py-2 pr-3 font-medium">
            Before
          </th>
          <th scope="col" className="hairline py-2 font-medium">
            After
          </th>
        </tr>
      </thead>
      <tbody className="align-top">
        {names.map((name) => (
          <tr key={name}>
            <th scope="row" className="hairline py-2 pr-3 text-left font-normal [overflow-wrap:anywhere]">
              {name}
            </th>
            <td className="hairline pasted py-2 pr-3">{words(before?.[name])}</td>
            <td className="hairline pasted py-2">{words(after?.[name])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const words = (value: unknown): string => {
  if (value === undefined || value === null) return 'none'
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1)
}
