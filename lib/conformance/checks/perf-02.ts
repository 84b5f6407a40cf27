import type { Ask } from '../http/client'
import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must } from '../run/finding'
import { freeSlots } from './parts/booking'
import { recordDoor } from './parts/clinical-answers'
import { nhsNumberSystem } from './parts/nhs-number'
import { identifierSearch } from './parts/patient'
import { offers, readStatement } from './parts/statement'
import { claimsRecord } from './parts/structured-record'
import { percentile95, timed } from './perf-01'

const [atOnce, each, longestMs] = [4, 6, 3_000]

export const perf02 = defineCheck({
  id: 'PERF-02',
  title: 'Queries answer within three seconds when several come at once',
  requirement: 'GPC/performance',
  strength: 'PARTIAL',
  writes: false,
  explanation:
    'Four callers ask at once, six times each, without a pause: a patient by NHS number, the structured record and the search of free slots where they are ' +
    'declared, in turn. Each answers 200 with a Bundle; the 95th percentile of the 24 (nearest rank) is below 3,000 ms, to the last byte. No answer within ten seconds is a ' +
    'breach. It shows that callers do not wait for each other, not how many a server bears. [GP Connect, performance page]',
  examine: async (context) => {
    const statement = await readStatement(context)
    const { nhsNumbers } = context.fixtures
    const number = (at: number) => nhsNumbers[at % nhsNumbers.length]!
    const kinds: ((at: number) => { what: string; ask: Ask })[] = [
      (at) => ({ what: 'search by NHS number', ask: { to: identifierSearch(nhsNumberSystem, number(at)) } }),
      ...(claimsRecord(statement) ? [(at: number) => recordDoor(number(at))] : []),
      ...(statement.known && offers(statement, 'Slot', 'search-type')
        ? [() => ({ what: 'search of free slots', ask: { to: freeSlots(context) } })]
        : []),
    ]
    const taken = await Promise.all(Array.from({ length: atOnce }, (_, caller) => callerOf(context, kinds, caller)))
    must(
      percentile95(taken.flat()) < longestMs,
      'TOO_SLOW',
      `queries of ${atOnce} callers at once: expected the 95th percentile of ${atOnce * each} below 3,000 ms, got more`,
    )
    return 'Of 24 queries of four callers at once, the 95th percentile is below 3,000 ms'
  },
})

/** One caller, who asks as soon as an answer has come. A finding waits until the others are done. */
async function callerOf(context: CheckContext, kinds: ((at: number) => { what: string; ask: Ask })[], caller: number) {
  const taken: number[] = []
  for (let at = 0; at < each; at++) {
    const { what, ask } = kinds[(at + caller) % kinds.length]!(at + caller)
    taken.push(await timed(context, ask, `${what}, one of several at once`))
  }
  return taken
}
