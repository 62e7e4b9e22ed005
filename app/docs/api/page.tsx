import type { Metadata } from 'next'
import Link from 'next/link'
import { referenceOf, type Document } from '@/components/reference/reference'
import { ReferencePage } from '@/components/reference/reference-page'
import { homeOf } from '@/components/shell/home-of'
import { PageTitle } from '@/components/shell/page-title'
import { Shell } from '@/components/shell/shell'
import { buttonStyle } from '@/components/ui/button'
import { currentPerson } from '@/lib/faces/next/session'
import { openapiText } from '@/lib/faces/rest/openapi/document'
import { env } from '@/lib/kernel/env'

export const metadata: Metadata = { title: 'API' }

export default async function ApiPage() {
  const person = await currentPerson()
  const nouns = referenceOf(JSON.parse(openapiText()) as Document)
  return (
    <Shell
      home="/"
      title="API"
      menu={
        <Link
          href={person ? homeOf(person) : '/sign-in'}
          className={buttonStyle({ look: 'plain', size: 'sm' })}
        >
          {person ? 'Back to your work' : 'Sign in'}
        </Link>
      }
    >
      <PageTitle title="The API">
        What a person clicks, a program calls: the same operations, with the same checks. Every refusal says
        what happened and the next step. The description for machines is{' '}
        <a href="/openapi.json" className="underline underline-offset-4">
          openapi.json
        </a>{' '}
        (OpenAPI 3.1).
      </PageTitle>
      <ReferencePage
        nouns={nouns}
        origin={env().NEXTAUTH_URL.replace(/\/$/, '')}
        person={
          person && { name: person.name, tenants: person.tenants.map(({ slug, name }) => ({ slug, name })) }
        }
      />
    </Shell>
  )
}
