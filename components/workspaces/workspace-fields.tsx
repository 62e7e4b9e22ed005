import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'

interface Props {
  wrong: Record<string, string>
  values?: { name: string; description: string; patterns: string[] }
}

/** What can be said of a workspace at any time. */
export function WorkspaceFields({ wrong, values }: Props) {
  return (
    <>
      <Field
        id="workspace-name"
        name="name"
        label="Name"
        defaultValue={values?.name}
        autoComplete="off"
        maxLength={100}
        error={wrong.name}
      />
      <Field
        id="workspace-description"
        name="description"
        label="Description"
        hint="For whoever governs it; customers never see it."
        defaultValue={values?.description}
        autoComplete="off"
        maxLength={500}
        error={wrong.description}
      />
      <TextArea
        id="workspace-patterns"
        name="patterns"
        label="Patterns"
        hint="One a line: acme.com for that name, *.acme.com for all below it. A new tenant with such a domain lands here once the name is proven, or when an admin named it."
        defaultValue={values?.patterns.join('\n')}
        error={wrong.patterns}
        autoCapitalize="none"
        spellCheck={false}
        mono
      />
    </>
  )
}
