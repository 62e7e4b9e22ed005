import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

/** Packs what browsers load, once, as small as Brotli can; the web process sends these files as they are. */
export function compressStatic(folder: string): void {
  for (const name of globSync('**/*.{js,css}', { cwd: folder })) {
    const path = join(folder, name)
    const packed = brotliCompressSync(readFileSync(path), {
      params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
    })
    writeFileSync(`${path}.br`, packed)
  }
}
