import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'

interface Bindings extends WebAssembly.ModuleImports {
  SchemaEngine: typeof SchemaEngine
  __wbg_set_wasm(exports: WebAssembly.Exports): void
}

let loaded: Promise<typeof SchemaEngine> | undefined

/**
 * Prisma's schema engine as WebAssembly. The package's own entry imports a .wasm file as a module, which not every
 * loader understands, so the two halves are joined by hand, as that entry does.
 */
export function loadEngine() {
  return (loaded ??= load())
}

async function load() {
  // Where the engine leaves its last words.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (words: string) => console.error(words) },
  })
  const bindings: Bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const module = await WebAssembly.compile(readFileSync(join(folder, 'schema_engine_bg.wasm')))
  const instance = await WebAssembly.instantiate(module, {
    './schema_engine_bg.js': withQuietTimers(bindings),
  })
  bindings.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return bindings.SchemaEngine
}

/** The engine leaves its ten-second lock timer running; it must not keep a finished process alive. */
function withQuietTimers(bindings: Bindings): WebAssembly.ModuleImports {
  const quiet = Object.entries(bindings).map(([name, value]) => {
    if (!name.startsWith('__wbg_setTimeout') || typeof value !== 'function') return [name, value]
    const start = value as (...input: unknown[]) => NodeJS.Timeout
    return [name, (...input: unknown[]) => start(...input).unref()]
  })
  return Object.fromEntries(quiet) as WebAssembly.ModuleImports
}
