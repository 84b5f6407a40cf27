import type { ResourceType } from '@medplum/fhirtypes'
import { coreR4 } from '../checks/core-r4'
import { parseSandbox } from '../guard/sandbox-rules'
import { createClient } from '../http/create-client'
import { runChecks } from '../run/run-checks'
import type { CheckReport, RunJob } from '../run/run-job'
import { providerFixtures } from './fixtures'
import { startProvider } from './start-provider'

export type Tried = { results: CheckReport[]; base: string; asked: string[] }

/** A provider with fewer types has every kind of answer still, and is tried in half the time. */
const fewTypes: ResourceType[] = [
  'Patient',
  'AllergyIntolerance',
  'MedicationStatement',
  'Observation',
  'Appointment',
  'Slot',
  'DocumentReference',
  'Binary',
]

/**
 * One run of the suite, with the real client and guard, against a fresh provider: a whole sound one, or a smaller one with a fault
 * (`none` for the smaller one without, `tls` for one behind https). Of a provider behind https what is said of the connection is looked at alone: the rest is
 * the same. Waiting takes no time.
 */
export async function tryFault(fault: string | undefined, now: Date, seed: number): Promise<Tried> {
  const provider = await startProvider({
    now,
    jwt: true,
    ...(fault === undefined ? {} : { types: fewTypes }),
    ...(fault === undefined || fault === 'none' || fault === 'tls' ? {} : { fault }),
    tls: fault === 'tls',
  })
  try {
    const fixtures = providerFixtures(now)
    const { base, token, tokens } = provider
    const sandbox = parseSandbox(['sandbox.test=127.0.0.1'])!
    const trust = provider.authority
    const client = createClient({
      base,
      token,
      tokens,
      testRanges: fixtures.testRanges,
      sandbox,
      ...(trust && { trust }),
    })
    const job: RunJob = {
      kind: 'DRYRUN',
      base,
      profile: 'core-r4',
      fixtures,
      token,
      tokens,
      nonce: 'matrix-0001',
      seed,
      readOnly: false,
    }
    const around = { client, today: now.toISOString().slice(0, 10), tell: () => undefined, wait: async () => undefined }
    const checks = trust === undefined ? coreR4 : coreR4.filter(({ id }) => id.startsWith('TLS-'))
    const { results } = await runChecks(checks, job, around)
    return { results, base, asked: client.exchanges.map((exchange) => exchange.url) }
  } finally {
    await provider.close()
  }
}
