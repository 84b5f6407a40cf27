import type { Fixtures } from '../run/run-job'
import { seedNhsNumbers, slotWindow } from './seed'

/** What a run may assume about the reference provider that was started at this moment. */
export function providerFixtures(now: Date, dataNumbers: string[] = []): Fixtures {
  return {
    nhsNumbers: [...seedNhsNumbers, ...dataNumbers],
    unknownNhsNumber: '9000000041',
    invalidNhsNumber: '9000000008',
    slotWindow: slotWindow(now),
    testRanges: ['999', '900'],
  }
}
