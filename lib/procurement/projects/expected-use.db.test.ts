import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers, declareAll, frozenProject } from '@/prisma/factories/call-off'
import { minimalListing } from '@/prisma/factories/listing'
import { module } from '@/prisma/factories/module'
import { draftCallOff } from '../call-offs/draft-call-off'
import { decideProject } from './decide-project'
import { expectedField } from './expected-use-rules'
import { getDecisionPack, getProject } from './get-project'
import { decideProjectForm } from './project-schema'

useDatabase()
let of: Buyers
beforeEach(async () => {
  of = await buyers(noon)
})
const reason = 'A reason that is long enough to be kept for good.'
/** A module of which each call costs £0.01, and nothing else. */
async function byUse(name: string) {
  const [price] = minimalListing({ name, capabilities: ['C5'], unitPrice: '1' }).prices
  const call = { ...price!, basis: 'on-demand' as const, period: 'month' as const, unit: 'call', unitPlural: 'calls' }
  const prices = [{ ...call, tiers: [{ from: '1', unitPrice: '1000' }] }]
  return module.published.saying({ prices }, { name })
}
async function decide(
  id: string,
  calls: number | undefined,
  reasonCode: 'continuity' | 'best-by-mechanism' = 'continuity',
) {
  await declareAll(id, noon)
  const { entries, version } = (await getProject(of.manager, id))!
  const winner = entries.find((e) => e.termPence === null)!
  const left = entries.filter((e) => e !== winner)
  const exclusions = Object.fromEntries(left.map((e) => [e.id, { code: 'price' as const, text: reason }]))
  const expected = calls === undefined ? {} : { [expectedField(winner.id, 0)]: calls }
  return decideProject(contextOf(of.manager), {
    id,
    version,
    winnerId: winner.id,
    reasonCode,
    reason,
    exclusions,
    expected,
  })
}

describe('A6: a module whose main price is by use, on a capped route', () => {
  it('is awarded under the cap with the use that is expected, refused above it, and asked for where nobody said it', async () => {
    const id = await frozenProject(of, [await byUse('Calls')])
    expect(await because(decide(id, undefined))).toContain(
      'before you say how much use each practice expects in a month',
    )
    // £40,000 over 36 months are £1,111.11 a month: 111,112 calls cost a penny more.
    expect(await because(decide(id, 111_112))).toBe(
      'Direct award is for orders up to £40,000.00 excluding VAT. Start again with another route, or a shorter term.',
    )
    await value(decide(id, 111_111))
    const { decision } = (await getProject(of.manager, id))!
    const termPence = 36n * 111_111n
    expect(Object.values(decision!.agreements)).toMatchObject([{ termPence, expectedMonthly: [111_111] }])
    expect(JSON.parse((await getDecisionPack(of.manager, id))!)).toMatchObject({
      schema: 'decision-pack/4',
      entries: [{ termPence: null }],
      decision: {
        agreements: { [decision!.winnerId!]: { termPence: termPence.toString(), expectedMonthly: [111_111] } },
      },
    })
    const order = await value(draftCallOff(contextOf(of.manager), { projectId: id }))
    const row = await db.callOff.findUniqueOrThrow({ where: { id: order.id } })
    expect([row.totalPence, row.lines]).toMatchObject([termPence, [{ expectedMonthly: 111_111 }]])
  })

  it('is compared with the others by the use that is expected', async () => {
    const other = await module.conformant({ name: 'By list', unitPrice: '10000' })
    const id = await frozenProject(of, [await byUse('Calls'), other])
    expect(await because(decide(id, undefined, 'best-by-mechanism'))).toContain('before you say')
    expect(await because(decide(id, 100_000, 'best-by-mechanism'))).toContain('By list costs less over the term')
    await value(decide(id, 1_000, 'best-by-mechanism'))
  })

  it('the form reads grouped numbers, leaves what is empty, and refuses anything else at its field', () => {
    const id = '11111111-1111-4111-8111-111111111111'
    const form = { id, version: '3', winnerId: [id], reasonCode: 'continuity', reason }
    const field = expectedField(id, 0)
    expect(decideProjectForm.parse({ ...form, [field]: ' 1,200 ', [`${field}1`]: '' })).toMatchObject({
      expected: { [field]: 1200 },
    })
    for (const typed of ['0', '-1', '1.5', 'many', '100,000,001'])
      expect(decideProjectForm.safeParse({ ...form, [field]: typed }).error?.issues[0]?.path).toEqual([field])
  })
})
