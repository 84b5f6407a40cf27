import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseSandbox } from '../guard/sandbox-rules'
import { providerFixtures } from '../provider/fixtures'
import type { RunReport } from '../run/run-job'
import { runSuite } from '../run/run-suite'

const now = new Date('2026-11-29T12:00:00Z')
const token = 'token-of-the-second-server-0123456789'
let server: ChildProcess
let port: number

beforeAll(async () => {
  const file = fileURLToPath(new URL('start-second-server.ts', import.meta.url))
  server = spawn(process.execPath, ['--import', 'tsx', file, token, now.toISOString()], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  for await (const line of createInterface({ input: server.stdout! })) {
    port = Number(line)
    break
  }
  expect(port).toBeGreaterThan(0)
})
afterAll(() => {
  server.kill()
})

async function run(seed: number): Promise<RunReport> {
  const base = `http://sandbox.test:${port}`
  const job = {
    kind: 'DRYRUN',
    base,
    profile: 'core-r4',
    fixtures: providerFixtures(now),
    token,
    nonce: `second-${seed}`,
    seed,
    readOnly: false,
  } as const
  const sandbox = parseSandbox(['sandbox.test=127.0.0.1'])!
  return runSuite(job, { sandbox, signal: new AbortController().signal, now: () => now, tell: () => undefined })
}

/** What the suite says of it, and what the server does that makes it so. */
const justified: [check: string, found: string, because: string][] = [
  ['CAP-01', 'PASS', 'its statement is valid and complete'],
  ['CAP-02', 'PASS', 'what it declares, it searches'],
  ['CAP-03', 'FAIL NOT_DECLARED', 'its clinical types cannot be searched by patient'],
  ['HDR-01', 'PASS', 'a middleware sets application/fhir+json before anything else'],
  ['HDR-02', 'FAIL MAY_BE_STORED', 'it sends no Cache-Control at all'],
  ['TLS-01', 'NOT_APPLICABLE NOT_CLAIMED', 'it is asked by plain http'],
  ['TLS-02', 'NOT_APPLICABLE NOT_CLAIMED', 'it is asked by plain http'],
  ['TLS-03', 'NOT_APPLICABLE NOT_CLAIMED', 'it is asked by plain http'],
  ['TLS-04', 'NOT_APPLICABLE NOT_CLAIMED', 'it is asked by plain http'],
  ['TLS-05', 'NOT_APPLICABLE NOT_CLAIMED', 'it is asked by plain http'],
  ['AUTH-01', 'PASS', 'it looks at the token before any route, and gives an OperationOutcome'],
  ['AUTH-02', 'PASS', 'no token but its own opens anything'],
  ['JWT-01', 'NOT_APPLICABLE NOT_CLAIMED', 'its token is no JWT'],
  ['JWT-02', 'NOT_APPLICABLE NOT_CLAIMED', 'its token is no JWT'],
  ['JWT-03', 'NOT_APPLICABLE NOT_CLAIMED', 'its token is no JWT'],
  ['JWT-04', 'NOT_APPLICABLE NOT_CLAIMED', 'its token is no JWT'],
  ['JWT-05', 'NOT_APPLICABLE NOT_CLAIMED', 'its token is no JWT'],
  ['JWT-06', 'NOT_APPLICABLE NOT_CLAIMED', 'its token is no JWT'],
  ['JWT-07', 'NOT_APPLICABLE NOT_CLAIMED', 'its token is no JWT'],
  ['JWT-08', 'NOT_APPLICABLE NOT_CLAIMED', 'its token is no JWT'],
  ['JWT-09', 'NOT_APPLICABLE NOT_CLAIMED', 'its token is no JWT'],
  ['SMART-01', 'FAIL WEAK_PKCE', 'its SMART configuration knows no code_challenge_methods_supported'],
  ['ERR-01', 'FAIL INTERNALS_SHOWN', 'a type that it does not serve gets the page "Cannot GET" of its web framework'],
  ['ERR-02', 'FAIL WRONG_ERROR_CODE', 'it refuses with 400 and an outcome, which has no details.coding'],
  ['ERR-03', 'FAIL WRONG_ERROR_CODE', 'the same where a resource does not fit its JSON schema'],
  ['ERR-04', 'FAIL WRONG_ERROR_CODE', 'the same where a body is no JSON'],
  ['ERR-05', 'FAIL WRONG_STATUS', 'its web framework answers 404 where it has no route for a method'],
  ['SRCH-01', 'PASS', 'a number finds its patient alone'],
  ['SRCH-02', 'FAIL DATE_MISSED', 'the memory behind it knows ge and lt, and no other comparison of dates'],
  ['SRCH-03', 'FAIL WRONG_ERROR_CODE', 'a form is read as an address is, and refused without details.coding too'],
  ['PAGE-01', 'PASS', 'next leads over all items, under its base'],
  ['WRT-01', 'FAIL NO_LOCATION', 'it answers 201 with ETag, and never writes Location'],
  ['WRT-02', 'FAIL OVERWRITTEN', 'it does not look at If-Match'],
  ['VER-01', 'PASS', 'it writes the version into ETag and meta, and keeps old ones'],
  ['REC-01', 'NOT_APPLICABLE NOT_CLAIMED', 'it declares no such operation'],
  ['REC-02a', 'NOT_APPLICABLE NOT_CLAIMED', 'it declares no such operation'],
  ['REC-02b', 'NOT_APPLICABLE NOT_CLAIMED', 'it declares no such operation'],
  ['REC-03', 'NOT_APPLICABLE NOT_CLAIMED', 'it declares no such operation'],
  ['APT-01', 'PASS', 'slots are found by their day'],
  ['APT-03', 'FAIL NO_LOCATION', 'it keeps an appointment like any resource, without Location'],
  ['APT-04', 'FAIL NO_LOCATION', 'the first booking already has no Location; it would not refuse the second'],
  ['APT-05', 'FAIL NO_LOCATION', 'the booking that is to be amended has no Location'],
  ['APT-06', 'FAIL DOUBLE_BOOKED', 'it knows no slots, and makes all bookings'],
  ['DOC-01', 'NOT_APPLICABLE NOT_CLAIMED', 'it serves no documents'],
  ['EXP-01', 'NOT_APPLICABLE NOT_CLAIMED', 'bulk data is not switched on, and not declared'],
  ['EXP-02', 'NOT_APPLICABLE NOT_CLAIMED', 'bulk data is not switched on, and not declared'],
  ['MIG-01', 'NOT_APPLICABLE NOT_CLAIMED', 'bulk data is not switched on, and not declared'],
  ['PERF-01', 'PASS', 'it answers from memory'],
  ['PERF-02', 'PASS', 'the same, whoever else asks'],
  ['RULE-PAT-NHS', 'PASS', 'what it holds is that of the reference provider'],
  ['RULE-PAT-ONE', 'PASS', 'what it holds is that of the reference provider'],
  ['RULE-PAT-NAME', 'PASS', 'what it holds is that of the reference provider'],
  ['RULE-ALG-CODE', 'PASS', 'what it holds is that of the reference provider'],
  ['RULE-MED-CODE', 'NOT_APPLICABLE NOT_CLAIMED', 'it serves no medicines'],
  ['RULE-OBS-UNIT', 'PASS', 'what it holds is that of the reference provider'],
  ['RULE-OBS-DATE', 'PASS', 'what it holds is that of the reference provider'],
  ['RULE-SLT-TIME', 'PASS', 'what it holds is that of the reference provider'],
]

describe('CS-02: a server that others wrote', () => {
  it('gets the same results three times, no error of ours, and each breach is one', async () => {
    const expected = justified.map(([check, found]) => [check, found])
    for (const seed of [1, 2, 3]) {
      const { results, aborted } = await run(seed)
      expect(results.map(({ check, result, reason }) => [check, `${result} ${reason}`.trim()])).toEqual(expected)
      expect(aborted).toBeNull()
    }
  }, 600_000)
})
