import { type Ask, TransportError } from '../http/client'
import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must } from '../run/finding'
import { freeSlots } from './parts/booking'
import { recordDoor } from './parts/clinical-answers'
import { fieldsOf, isResource } from './parts/json'
import { nhsNumberSystem } from './parts/nhs-number'
import { identifierSearch } from './parts/patient'
import { offers, readStatement } from './parts/statement'
import { claimsRecord } from './parts/structured-record'

const [times, longestMs] = [10, 3_000]

export const perf01 = defineCheck({
  id: 'PERF-01',
  title: 'Queries answer within three seconds',
  requirement: 'GPC/performance',
  strength: 'PARTIAL',
  writes: false,
  explanation:
    'Ten queries of each kind, one after another: a patient by NHS number, and the structured record where it is declared, else the search of free slots where slots are. ' +
    'The 95th percentile of the ten (nearest rank, so the slowest) is below 3,000 ms, to the last byte; each answers 200. No answer within ten ' +
    'seconds is a breach, not an error of the network. A load test it is not. [GP Connect, performance page]',
  examine: async (context) => {
    const statement = await readStatement(context)
    const { nhsNumbers } = context.fixtures
    const inTurn = (at: number) => nhsNumbers[at % nhsNumbers.length]!
    const kinds: ((at: number) => { what: string; ask: Ask })[] = [
      (at) => ({ what: 'search by NHS number', ask: { to: identifierSearch(nhsNumberSystem, inTurn(at)) } }),
    ]
    if (claimsRecord(statement)) kinds.push((at) => recordDoor(inTurn(at)))
    else if (statement.known && offers(statement, 'Slot', 'search-type'))
      kinds.push(() => ({ what: 'search of free slots', ask: { to: freeSlots(context) } }))
    for (const kind of kinds) await mustBeQuick(context, kind)
    return 'Of ten queries of each kind, the 95th percentile is below 3,000 ms'
  },
})

async function mustBeQuick(context: CheckContext, kind: (at: number) => { what: string; ask: Ask }): Promise<void> {
  const taken: number[] = []
  for (let at = 0; at < times; at++) {
    const { what, ask } = kind(at)
    taken.push(await timed(context, ask, what))
    // Nearest rank: the 95th percentile of ten is the tenth. One that is too slow settles it.
    must(
      percentile95(taken) < longestMs,
      'TOO_SLOW',
      `${what}: expected the 95th percentile of ${times} below 3,000 ms, got more`,
    )
  }
}

/** By nearest rank. */
export const percentile95 = (values: number[]): number =>
  [...values].sort((one, other) => one - other)[Math.ceil(values.length * 0.95) - 1] ?? 0

/** Milliseconds of one query that answers 200 with a Bundle; no answer in time is a finding. */
export async function timed({ client }: CheckContext, ask: Ask, what: string): Promise<number> {
  try {
    const { status, ms, json } = await client.ask(ask)
    must(status === 200, 'WRONG_STATUS', `${what}: expected 200, got ${status}`)
    const { resourceType, entry = [] } = fieldsOf(json)
    const whole = Array.isArray(entry) && entry.every((one) => isResource(fieldsOf(one).resource))
    must(resourceType === 'Bundle' && whole, 'WRONG_SHAPE', `${what}: expected a Bundle of resources`)
    return ms
  } catch (error) {
    const late = error instanceof TransportError && (error.code === 'HEADERS_TIMEOUT' || error.code === 'BODY_TIMEOUT')
    must(!late, 'NO_ANSWER_IN_TIME', `${what}: expected an answer within ten seconds, got none`)
    throw error
  }
}
