import type { Metadata } from 'next'
import { ProvisionForm } from '@/components/provisioning/provision-form'
import { UploadForm } from '@/components/provisioning/upload-form'
import { PageTitle } from '@/components/shell/page-title'
import { Section } from '@/components/ui/section'
import { requireStaff } from '@/lib/faces/next/session'
import { columnWords } from '@/lib/provisioning/batches/csv/words'
import { provisionAction } from './actions'

export const metadata: Metadata = { title: 'Provision' }

export default async function ProvisionPage() {
  await requireStaff('admin')
  return (
    <>
      <PageTitle title="Provision">
        A whole customer in one go: the organisation, its domain and its people. What cannot be done at once
        follows by itself.
      </PageTitle>
      <Section id="one" title="One tenant">
        <ProvisionForm provision={provisionAction} />
      </Section>
      <Section
        id="file"
        title="Many, from a file"
        purpose="A CSV file with up to 10,000 lines. All of it is looked at before any of it is taken; the same file sent again goes on where it was."
      >
        <UploadForm
          id="tenants"
          label="CSV file"
          accept=".csv,text/csv"
          path="/api/v1/admin/batches/provisions"
          example="/tenants-example.csv"
          columns={columnWords}
        />
      </Section>
    </>
  )
}
