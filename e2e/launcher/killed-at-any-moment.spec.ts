import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomFrom } from '@/bench/random'
import { freePort } from '@/lib/platform/embedded-postgres'
import { halfStates } from '@/lib/testing/half-states'
import { expect, test } from '../support/journey'
import { asked, databaseUrl, gone, unheard, verifiedChain } from './own-database'
import { ofItsOwn, started, workedOnce, working } from './own-portal'

const kills = 8
const enough = 200

/**
 * The whole portal (pages, worker, database) and the process that gives the commands are killed as an operating system kills, at
 * moments drawn from a seed that is printed. What was acknowledged stands, what was not does not, and nothing stands by half.
 */
test('two hundred commands over all rooms, everything killed at any moment, leave no half state', async () => {
  test.setTimeout(900_000)
  const seed = Number(process.env.KILL_SEED ?? 20_261_130)
  say(`seed of the kills: ${seed}`)
  const random = randomFrom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'gp-systems-killed-'))
  const settings = { ...ofItsOwn, DATA_DIR: folder, PORT: String(await freePort()) }
  let portal: ChildProcess | undefined
  try {
    let done = 0
    const story = new Set<string>()
    for (let round = 0; round < kills || done < enough; round++) {
      expect(round, `only ${done} commands in ${round} rounds`).toBeLessThan(kills * 5)
      portal = (await started(settings)).portal
      const url = databaseUrl(folder)
      // The demonstration begins in the middle of its story: what it is told about is older than its events.
      const faults = await halfStates(url)
      if (round === 0) for (const fault of faults) story.add(fault)
      expect(
        faults.filter((fault) => !story.has(fault)),
        `after ${round} kills`,
      ).toEqual([])
      const worker = await working(url, folder, round)
      await new Promise((later) => setTimeout(later, 300 + random.next() * 4_000))
      expect(worker.exitCode, 'the commands ended by themselves').toBeNull()
      worker.kill('SIGKILL')
      done = await commands(url)
      portal.kill('SIGKILL')
      await gone(url)
    }
    say(`${done} commands were done`)
    const { portal: last } = await started(settings)
    portal = last
    const url = databaseUrl(folder)
    expect(await workedOnce(url, folder), 'everybody works on').toBe(0)
    await expect.poll(() => unheard(url), { timeout: 60_000 }).toEqual([])
    expect((await halfStates(url)).filter((fault) => !story.has(fault))).toEqual([])
    expect(verifiedChain(url)).toMatch(/^[0-9a-f]{64} \(\d+ events in \d+ chains\)$/m)
    await new Promise((ended) => last.once('exit', ended) && last.kill('SIGTERM'))
  } finally {
    portal?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
})

const say = (words: string) => process.stdout.write(`${words}\n`)

/** Each command is one transaction, and every one records at least one event under the name of these tests. */
async function commands(url: string): Promise<number> {
  const [row] = await asked<{ n: number }>(
    url,
    `select count(distinct "transactionId")::int as n from "Event" where "requestId" = 'test'`,
  )
  return row!.n
}
