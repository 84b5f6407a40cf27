import { pathToFileURL } from 'node:url'
import { openDatabase } from './open-database'

// Opens the portal's database (shared with a running portal), then runs the command line named first.
const [file, ...rest] = process.argv.slice(2)
const database = await openDatabase()
process.argv = [process.argv[0]!, file!, ...rest]
let code = 70
try {
  const { main } = (await import(pathToFileURL(file!).href)) as { main(args: string[]): Promise<number> }
  code = await main(rest)
} finally {
  const { db } = await import('@/lib/platform/db')
  await db.$disconnect()
  await database.close()
}
process.exit(code)
