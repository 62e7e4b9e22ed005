import openapiTS, { astToString } from 'openapi-typescript'
import { openapiText } from './document'

const head = '/* Made by `npm run openapi` from the operations themselves. */\n\n'

/** The files that others read instead of our code, by their path, as they have to stand in the repository. */
export async function goldenFiles(): Promise<Record<string, string>> {
  const text = openapiText()
  const types = await openapiTS(text, { alphabetize: false })
  return {
    'public/openapi.json': text,
    'lib/client/schema.d.ts': head + astToString(types),
  }
}
