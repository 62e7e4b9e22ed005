import { scopeWords } from '@/lib/credentials/words'

/** Scopes by noun, each with what it lets a program do. */
export function ScopeTable({ scopes, error }: { scopes: readonly string[]; error: string | undefined }) {
  const nouns = [...new Set(scopes.map((scope) => scope.split('.')[0]!))]
  return (
    <fieldset aria-describedby={error ? 'scopes-error' : undefined}>
      <legend className="mb-1.5 text-sm font-medium">What the key may do</legend>
      {error && (
        <p id="scopes-error" className="text-bad mb-1.5 text-sm">
          {error}
        </p>
      )}
      <table className="border-line w-full border-t">
        <thead className="sr-only">
          <tr>
            <th scope="col">About</th>
            <th scope="col">May</th>
          </tr>
        </thead>
        <tbody>
          {nouns.map((noun) => (
            <tr key={noun} className="hairline max-sm:block">
              <th scope="row" className="py-3 pr-6 text-left align-top font-medium max-sm:block max-sm:pb-0">
                {noun}
              </th>
              <td className="py-1.5 max-sm:block">
                {scopes.filter((scope) => scope.startsWith(`${noun}.`)).map(Scope)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  )
}

const Scope = (scope: string) => (
  <label key={scope} className="flex min-h-11 items-start gap-3 py-1.5 sm:min-h-9">
    <input type="checkbox" name="scopes" value={scope} className="accent-seal mt-1 size-4 shrink-0" />
    <span className="min-w-0">
      <span className="pasted">{scope}</span> <span className="text-soft text-sm">{scopeWords[scope]}</span>
    </span>
  </label>
)
