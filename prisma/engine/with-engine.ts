import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import type { ErrorCapturingSqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { engineAdapter } from './adapter'
import { readSchema } from './files'
import { loadEngine } from './load-engine'

/** Opens the engine on a database, and tells its errors in words. */
export async function withEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const Engine = await loadEngine()
  const { adapter, close } = engineAdapter(url)
  const datamodels = readSchema().map(({ path, content }): [string, string] => [path, content])
  const engine = await Engine.new({ datamodels }, () => undefined, adapter)
  try {
    return await work(engine)
  } catch (error) {
    throw inWords(error, adapter)
  } finally {
    engine.free()
    await close()
  }
}

function inWords(
  error: unknown,
  { errorRegistry }: ErrorCapturingSqlMigrationAwareDriverAdapterFactory,
): Error {
  const { message: full = String(error), code } = error as { message?: string; code?: string }
  // Below the sentence stands the engine's own call stack.
  const message = full.split(/\n +0: /)[0] ?? full
  // The engine knows an error of ours by number only: "External error (reported with id 3)".
  const id = /id ?(\d+)/.exec(message)?.[1]
  const cause = id === undefined ? undefined : errorRegistry.consumeError(Number(id))?.error
  return new Error(cause instanceof Error ? cause.message : [code, message].filter(Boolean).join(': '), {
    cause: error,
  })
}
