import { CalendarClock } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'

type Props = { path: string; at: string | undefined; tenant?: string | undefined; asksTenant?: boolean }

/** A date, and for staff an organisation; works without a script. */
export function ReportForm({ path, at, tenant, asksTenant }: Props) {
  return (
    <form action={path} className="flex max-w-2xl flex-wrap items-end gap-2 print:hidden">
      {asksTenant && (
        <Field
          id="report-tenant"
          name="tenant"
          label="Organisation"
          placeholder="Its slug"
          defaultValue={tenant}
          required
          autoCapitalize="none"
        />
      )}
      <Field
        id="report-at"
        name="at"
        type="date"
        label="Date (its end, 24:00 UTC)"
        defaultValue={at}
        required
      />
      <Button type="submit">
        <CalendarClock aria-hidden />
        Show what existed
      </Button>
    </form>
  )
}
