import type { Fixtures } from '@/lib/conformance/run/run-job'
import { addDays, type Day } from '@/lib/platform/days'

export type EndpointState = 'entered' | 'proven' | 'approved' | 'stale' | 'revoked'

/** Where a module version of a supplier is tested (CS-05). The token is never part of it. */
export type Endpoint = {
  id: string
  moduleVersionId: string
  supplierId: string
  /** Ends with a slash. */
  base: string
  host: string
  state: EndpointState
  challenge: string
  askedAt: Date | null
  seen: string | null
  provenOn: Day | null
  provenBy: 'dns' | 'file' | null
  approvedById: string | null
  approvedOn: Day | null
  revokedReason: string | null
  hasToken: boolean
  fixtures: Fixtures
  changedAt: Date
  version: number
}

/** CL-12: days for which a proof holds, where no rule row says otherwise. */
export const proofDays = 90

export const endpointStateWords: Record<EndpointState, string> = {
  entered: 'To be proven',
  proven: 'Proven, waits for the authority',
  approved: 'Proven and approved',
  stale: 'Proof has run out',
  revoked: 'Revoked',
}

/** The last day on which a proof counts; null before there was one. */
export const proofEndsOn = ({ provenOn }: Pick<Endpoint, 'provenOn'>, days = proofDays): Day | null =>
  provenOn && addDays(provenOn, days)

/** Whether a run may start against it on that day (CS-05, CL-12). */
export const isReady = (endpoint: Pick<Endpoint, 'state' | 'provenOn'>, today: Day, days = proofDays): boolean =>
  endpoint.state === 'approved' && today <= (proofEndsOn(endpoint, days) ?? '')

/** Numbers that no person has, as the reference provider seeds them (RP-02). */
export const usualFixtures: Fixtures = {
  nhsNumbers: ['9000000009', '9000000017', '9000000025', '9000000033'],
  unknownNhsNumber: '9000000041',
  invalidNhsNumber: '9000000008',
  slotWindow: { start: '2026-01-01', end: '2027-12-31' },
  testRanges: ['999', '900'],
}
