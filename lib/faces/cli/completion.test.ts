import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { document } from './testing/document'
import { terminal } from './testing/terminal'

const { letterhead, home } = terminal({ document })

it.each(['bash', 'zsh', 'fish'])('the script for %s knows every command', async (shell) => {
  const { exit, out } = await letterhead('completion', shell)
  expect(exit).toBe(0)
  for (const word of ['domains', 'end-old', 'login', 'completion', 'expires-in-days'])
    expect(out).toContain(word)
})

it.each([
  ['', 'domains'],
  ['do', 'domains'],
  ['domains wa', 'watch'],
  ['keys create --exp', '--expires-in-days'],
])('bash completes “%s”', async (typed, completed) => {
  const file = join(home, 'completion.bash')
  writeFileSync(file, (await letterhead('completion', 'bash')).out)
  const words = ['letterhead', ...typed.split(' ')]
  const script = `source ${file}; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _letterhead; echo "\${COMPREPLY[@]}"`
  expect(execFileSync('bash', ['-c', script]).toString().trim().split(' ')).toContain(completed)
})
