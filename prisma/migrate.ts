import { parseArgs } from 'node:util'
import { migrationStatus } from './deploy-migrations'
import { diffMigrations, writeMigration } from './diff-migrations'
import { withDeveloperDatabase } from './developer-database'
import { setUpDatabase } from './set-up'

const usage = `migrate deploy           applies what is missing, queues too  (DATABASE_OWNER_URL)
migrate status           what the database lacks              (DATABASE_OWNER_URL)
migrate diff --name x    writes the next migration from prisma/schema
migrate check            do prisma/schema and prisma/migrations agree?`

const { positionals, values } = parseArgs({ allowPositionals: true, options: { name: { type: 'string' } } })

async function main(): Promise<number> {
  switch (positionals[0]) {
    case 'deploy': {
      const applied = await setUpDatabase(ownerUrl())
      console.log(applied.length ? `applied ${applied.join(', ')}` : 'nothing to apply')
      return 0
    }
    case 'status': {
      const status = await migrationStatus(ownerUrl())
      for (const [state, names] of Object.entries(status))
        for (const name of names) console.log(`${state}: ${name}`)
      const isCurrent = Object.values(status).every((names: string[]) => names.length === 0)
      if (isCurrent) console.log('up to date')
      return isCurrent ? 0 : 1
    }
    case 'diff': {
      const { name } = values
      if (!name) throw new Error(usage)
      const written = await withDeveloperDatabase((url) => writeMigration(url, name))
      console.log(written ? `wrote ${written}` : 'schema and migrations agree: nothing to write')
      return 0
    }
    case 'check': {
      const script = await withDeveloperDatabase(diffMigrations)
      console.log(
        script
          ? `prisma/schema and prisma/migrations differ; missing:\n${script}`
          : 'schema and migrations agree',
      )
      return script === undefined ? 0 : 1
    }
    default:
      throw new Error(usage)
  }
}

function ownerUrl(): string {
  const url = process.env.DATABASE_OWNER_URL
  if (!url) throw new Error('DATABASE_OWNER_URL is not set')
  return url
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message)
    process.exit(1)
  },
)
