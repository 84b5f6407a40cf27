import { describe, expect, it } from 'vitest'
import { type Answer, type Client, RunAborted, TransportError } from '../http/client'
import type { Check, CheckContext } from './check'
import { defineCheck } from './define-check'
import { must, notExercised } from './finding'
import { runChecks } from './run-checks'
import type { RunJob } from './run-job'
import { shuffled } from './shuffle'

const job: RunJob = {
  kind: 'DRYRUN',
  base: 'https://fhir.example/',
  profile: 'core-r4',
  fixtures: {
    nhsNumbers: ['9000000009'],
    unknownNhsNumber: '9000000041',
    invalidNhsNumber: '9000000008',
    slotWindow: { start: '2026-11-30', end: '2026-12-04' },
    testRanges: ['900'],
  },
  token: 'canary-token-of-the-run',
  nonce: 'nonce-of-the-run',
  seed: 1,
  readOnly: false,
}

function clientThat(answers: (to: string) => Partial<Answer> = () => ({})): Client {
  const client = {
    base: job.base,
    exchanges: [],
    addresses: new Set(),
    tlsFingerprints: new Set(),
    under: () => undefined,
  } as unknown as Client
  client.ask = async ({ to }) => {
    client.exchanges.push({ method: 'GET', url: to } as Client['exchanges'][number])
    const exchange = client.exchanges.length - 1
    return { status: 200, headers: {}, body: Buffer.alloc(0), json: {}, ms: 1, url: to, exchange, ...answers(to) }
  }
  return client
}
const check = (id: string, examine: (context: CheckContext) => Promise<string>, more: Partial<Check> = {}): Check => ({
  ...defineCheck({ id, title: id, requirement: 'R', strength: 'FULL', writes: false, explanation: '', examine }),
  ...more,
})
const run = (checks: Check[], more: Partial<RunJob> = {}, client = clientThat()) => {
  const lines: string[] = []
  return runChecks(
    checks,
    { ...job, ...more },
    {
      client,
      today: '2026-11-29',
      tell: (line) => lines.push(`${line.event} ${line.check} ${line.done}/${line.of}`),
      wait: async () => undefined,
    },
  ).then((ran) => ({ ...ran, lines, byId: Object.fromEntries(ran.results.map((result) => [result.check, result])) }))
}
const passes = (id: string) => check(id, async () => 'well')

describe('CS-06, CK-03: running checks', () => {
  it('CK-03: runs in the order of the seed, tells in the order of the suite, and the same seed gives the same order', async () => {
    const checks = ['A', 'B', 'C', 'D', 'E', 'F'].map(passes)
    const orders = await Promise.all(
      [1, 1, 2, 3].map(async (seed) => {
        const ran = await run(checks, { seed })
        expect(ran.results.map(({ check: id }) => id)).toEqual(['A', 'B', 'C', 'D', 'E', 'F'])
        return ran.lines
          .filter((line) => line.startsWith('began'))
          .map((line) => line.split(' ')[1])
          .join('')
      }),
    )
    expect(orders[0]).toBe(orders[1])
    expect(new Set(orders).size).toBe(3)
    expect(new Set(Array.from({ length: 200 }, (_, seed) => shuffled(['a', 'b', 'c'], seed).join(''))).size).toBe(6)
  })

  it('CS-06: turns a finding into its result, with the exchanges of that check alone', async () => {
    const { byId } = await run([
      check('A', async ({ client }) => {
        await client.ask({ to: 'a' })
        must(false, 'WRONG_STATUS', 'expected 200, got 500')
      }),
      check('B', async ({ client }) => {
        await client.ask({ to: 'b' })
        throw notExercised('NO_DATA', 'nothing there')
      }),
    ])
    expect(byId.A).toMatchObject({ result: 'FAIL', reason: 'WRONG_STATUS', message: 'expected 200, got 500' })
    expect(byId.B).toMatchObject({ result: 'NOT_EXERCISED', reason: 'NO_DATA' })
    expect(byId.A!.exchanges).toHaveLength(1)
    expect(byId.A!.exchanges).not.toEqual(byId.B!.exchanges)
  })

  it('CS-06: tries an ERROR of the network once more, and passes where that was all', async () => {
    let [tries, others] = [0, 0]
    const { byId } = await run([
      check('A', async () => {
        if (tries++ === 0) throw new TransportError('HEADERS_TIMEOUT', 0, 1)
        return 'well'
      }),
      check('B', async () => {
        others++
        throw new TransportError('TLS_FAILED', null, 1)
      }),
    ])
    expect([tries, others]).toEqual([2, 2])
    expect(byId.A!.result).toBe('PASS')
    expect(byId.B).toMatchObject({ result: 'ERROR', reason: 'TLS_FAILED' })
  })

  it('CK-05: a fault of the check itself is an ERROR that says so, never a PASS', async () => {
    const { byId } = await run([
      check('A', async () => {
        const missing = undefined as unknown as { length: number }
        return String(missing.length)
      }),
    ])
    expect(byId.A).toMatchObject({ result: 'ERROR', reason: 'CHECK_BROKE' })
  })

  it('when the run is ended, what had not run is an ERROR with the reason, and nothing more is asked', async () => {
    const asked: string[] = []
    const client = clientThat((to) => {
      asked.push(to)
      if (asked.length === 3) throw new RunAborted('NOT_SYNTHETIC')
      return {}
    })
    const checks = ['A', 'B', 'C', 'D', 'E'].map((id) =>
      check(id, async (context) => (await context.client.ask({ to: id })).url),
    )
    const { results, aborted } = await run(checks, {}, client)
    expect(aborted).toBe('NOT_SYNTHETIC')
    expect(asked).toHaveLength(3)
    expect(results.filter(({ result }) => result === 'PASS')).toHaveLength(2)
    expect(results.filter(({ result, reason }) => result === 'ERROR' && reason === 'NOT_SYNTHETIC')).toHaveLength(3)
  })

  it('CS-03: a run that may not write leaves out what writes', async () => {
    let wrote = false
    const write = async () => {
      wrote = true
      return 'well'
    }
    const writes = check('A', write, { writes: true })
    const { byId } = await run([writes, passes('B')], { readOnly: true })
    expect(byId.A).toMatchObject({ result: 'NOT_APPLICABLE', reason: 'READ_ONLY' })
    expect([wrote, byId.B!.result]).toEqual([false, 'PASS'])
  })

  it('asks once for what several checks want, and both rest on that exchange', async () => {
    const client = clientThat()
    const wants = (id: string) => check(id, async ({ once }) => (await once('metadata')).url)
    const { byId } = await run([wants('A'), wants('B')], {}, client)
    expect(client.exchanges).toHaveLength(1)
    expect([byId.A!.exchanges, byId.B!.exchanges]).toEqual([[0], [0]])
  })

  it('asks again for a shared answer that did not come', async () => {
    let asked = 0
    const client = clientThat(() => {
      if (asked++ === 0) throw new TransportError('BODY_BROKEN', 0, 1)
      return {}
    })
    const { byId } = await run([check('A', async ({ once }) => (await once('metadata')).url)], {}, client)
    expect([byId.A!.result, asked]).toEqual(['PASS', 2])
  })

  it('EV-08: a token that a supplier sends back stands in no message', async () => {
    const token = job.token!
    const forms = [token, Buffer.from(token).toString('base64'), Buffer.from(token).toString('hex')]
    const { byId } = await run([check('A', async () => must(false, 'WRONG_STATUS', forms.join(' ')) ?? '')])
    for (const form of forms) expect(byId.A!.message).not.toContain(form.replace(/=+$/, ''))
  })
})
