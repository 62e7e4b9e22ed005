import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'

/** Where the code is typed that a command line shows. */
export function DeviceCode() {
  return (
    <form action="/authorize" className="w-full max-w-md space-y-4">
      <Field
        id="code"
        name="code"
        label="Code"
        hint="The eight letters that your command line shows."
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        mono
      />
      <Button type="submit" look="primary">
        Continue
      </Button>
    </form>
  )
}
