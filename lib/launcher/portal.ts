import { createInterface } from 'node:readline'
import { env } from '@/lib/platform/env'
import { answers, startWeb, startWorker, stopChild, tellStory } from './children'
import { demoAccounts } from './demo-accounts'
import { openDatabase } from './open-database'
import { secretOf } from './secret'
import { told } from './steps'
import { buildWeb, prepareStylesheet } from './web-build'

const development = process.argv.includes('--dev')
let stop: () => Promise<void> = async () => undefined
let stopping: Promise<void> | undefined

for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(signal, () => void end(0))

try {
  await startPortal()
} catch (error) {
  console.error((error as Error).message)
  await end(1)
}

async function startPortal(): Promise<void> {
  const settings = env()
  process.env.DEMO = settings.demo ? '1' : '0'
  process.env.NEXTAUTH_SECRET = secretOf(settings.DATA_DIR, settings.NEXTAUTH_SECRET)
  process.env.PUBLIC_URL = settings.publicUrl
  process.env.NEXTAUTH_URL = settings.publicUrl
  const database = await told(
    settings.DATABASE_URL ? 'Opening the database' : 'Starting the embedded database',
    openDatabase,
  )
  stop = database.close
  if (settings.demo) await tellStory()
  if (development) await prepareStylesheet()
  else await buildWeb()
  const worker = await startWorker()
  const web = startWeb(settings.PORT, development)
  createInterface({ input: web.stdout! }).on('line', (line) => tells(line) && console.log(line))
  stop = async () => {
    await Promise.all([stopChild(web), stopChild(worker)])
    await database.close()
  }
  for (const child of [web, worker]) {
    child.on('exit', (code) => {
      if (stopping) return
      console.error(`A part of the portal ended by itself (${code}); stopping the rest.`)
      void end(1)
    })
  }
  // A server of somebody else's may come back, and the portal waits for it; its own does not.
  database.whenGone(() => {
    if (stopping) return
    console.error('The database of the portal ended by itself; stopping the rest.')
    void end(1)
  })
  await answers(`http://127.0.0.1:${settings.PORT}/api/health`, web)
  console.log(`Ready on http://localhost:${settings.PORT}`)
  if (settings.demo) console.log(demoAccounts)
}

/** Lines of the log are passed on; what the framework says of itself is for developers. */
function tells(line: string): boolean {
  return development || line.startsWith('{')
}

function end(code: number): Promise<void> {
  stopping ??= stop().then(() => process.exit(code))
  return stopping
}
