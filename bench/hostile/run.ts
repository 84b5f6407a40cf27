import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { databaseUrl, gone, unheard } from '@/e2e/launcher/own-database'
import { ofItsOwn, started, working } from '@/e2e/launcher/own-portal'
import { freePort } from '@/lib/platform/embedded-postgres'
import { halfStates } from '@/lib/testing/half-states'
import { demoPeople } from '@/prisma/seed/people'
import { type Random, randomFrom } from '../random'
import { doSomething } from './deeds'
import { judged } from './judge'
import { killOne } from './killer'
import { Person } from './person'
import { Watch } from './watch'

/**
 * A hostile day: everybody of the demonstration at once, and as many visitors, browse, send, replay, race and upload rubbish at a
 * whole portal of its own, while commands run over all rooms and one of its parts is killed every minute or so. Afterwards the
 * database is judged. Exit 0: nothing stands by half and every failed request is understood. `npm run hostile -- --minutes=10`.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    calm: { type: 'boolean', default: false },
    report: { type: 'string' },
  },
})
const seed = Number(values.seed)
const random = randomFrom(seed)
const watch = new Watch()
const folder = mkdtempSync(join(tmpdir(), 'gp-systems-hostile-'))
const port = await freePort()
const base = `http://localhost:${port}`
const settings = { ...ofItsOwn, DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'warn' }
const killed: string[] = []
/** Counted from when the portal is ready. */
let until = 0
console.log(`seed ${seed}, ${values.minutes} minutes`)

try {
  let portal = await opened()
  until = Date.now() + Number(values.minutes) * 60_000
  const known = new Set(await halfStates(databaseUrl(folder)))
  const emails = [...demoPeople.map(({ email }) => email), ...demoPeople.slice(0, 4).map(() => undefined)]
  const days = emails.map((email, index) => dayOf(new Person(base, email, watch), randomFrom(seed + index + 1)))
  if (!values.calm) portal = await killedNowAndThen(portal)
  await Promise.all(days)
  const url = databaseUrl(folder)
  for (let tries = 0; tries < 120 && (await unheard(url)).length > 0; tries++) await pause(500)
  const faults = await judged(url, known)
  report(faults)
  await stopped(portal)
  process.exitCode = faults.length + watch.faults.length + watch.logged.length > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function opened(): Promise<ChildProcess> {
  const { portal } = await started(settings)
  createInterface({ input: portal.stdout! }).on('line', (line) => watch.read(line))
  return portal
}

/** One person's day. While the portal is down they wait and try again. */
async function dayOf(person: Person, own: Random): Promise<void> {
  await person.signIn()
  while (Date.now() < until) {
    await doSomething(person, own)
    await pause(person.isLost ? 1_000 : own.between(0, 400))
  }
}

/** Commands over all rooms beside the people; every 40 to 90 seconds they and one part of the portal are killed, and it starts again. */
async function killedNowAndThen(first: ChildProcess): Promise<ChildProcess> {
  let portal = first
  for (let round = 0; ; round++) {
    const commands = await working(databaseUrl(folder), folder, round)
    const next = Math.min(until, Date.now() + random.between(40_000, 90_000))
    await pause(Math.max(0, next - Date.now()))
    if (Date.now() >= until - 1_000) {
      commands.kill('SIGKILL')
      return portal
    }
    const url = databaseUrl(folder)
    watch.outageBegins()
    commands.kill('SIGKILL')
    killed.push(await killOne(portal, random))
    await gone(url)
    portal = await opened()
    watch.outageEnds()
  }
}

async function stopped(portal: ChildProcess): Promise<void> {
  await new Promise((ended) => portal.once('exit', ended) && portal.kill('SIGTERM'))
}

function report(faults: string[]): void {
  const said = {
    seed,
    minutes: Number(values.minutes),
    killed,
    answers: Object.fromEntries([...watch.counts].sort()),
    wrongAnswers: watch.faults,
    failedRequests: watch.logged,
    database: faults,
  }
  if (values.report) writeFileSync(values.report, JSON.stringify(said, null, 2))
  console.log(JSON.stringify(said, null, 2))
}
