/** What the server's programs may see: no secrets of ours, no PG* settings meant for other clusters. */
export function serverEnv(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env
  return { PATH, SystemRoot, LC_ALL: 'C', NODE_ENV: process.env.NODE_ENV }
}
