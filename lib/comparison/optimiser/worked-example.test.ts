import { describe, expect, it } from 'vitest'
import { keepP1, workedChoice } from '@/lib/testing/choices'
import { answer } from './answer'
import type { Choice, Outcome, Question } from './choice'

const ask = (choice: Choice, question: Question = { kind: 'best' }) => answer(choice, question, { limitSeconds: 20 })
const best = ({ status, plan }: Outcome) => [status, plan?.modules.join(' + '), plan?.costPence, plan?.worth]
const reasons = ({ conflict }: Outcome) =>
  conflict?.reasons
    .filter(({ canDrop }) => canDrop)
    .map(({ id }) => id)
    .sort()
const needsWithout = (id: string) => workedChoice().needs.filter((need) => need.id !== id)

describe('the worked example of the design (§6)', () => {
  it('the optimum is P1 + D2, £50,600.00, worth 2', async () => {
    expect(best(await ask(workedChoice()))).toEqual(['optimal', 'D2 + P1', '5060000', 2])
  })

  it('its parts and years sum to its cost, and say what is assumed', async () => {
    const { plan } = await ask(workedChoice())
    expect(plan!.parts).toEqual([
      { kind: 'licence', of: 'D2', pence: '1200000', note: null },
      { kind: 'one-off', of: 'D2', pence: '80000', note: null },
      { kind: 'licence', of: 'P1', pence: '3780000', note: null },
    ])
    expect(plan!.years.map(({ pence }) => pence)).toEqual(['1740000', '1660000', '1660000'])
    expect([plan!.added, plan!.left, plan!.fulfilled]).toEqual([['D2'], [], ['w-d2']])
  })

  it('a floor of 70 % (5 of 7): P2 + D2', async () => {
    expect(best(await ask(workedChoice({}, { floorPercent: 70 })))).toEqual(['optimal', 'D2 + P2', '5542700', 5])
  })

  it('a budget of £50,600.00: P1 + D2; of £50,599.99: conflict {budget, C9}; without C9: P1, £37,800.00', async () => {
    expect(best(await ask(workedChoice({}, { budgetPence: '5060000' })))).toEqual(['optimal', 'D2 + P1', '5060000', 2])
    const short = await ask(workedChoice({}, { budgetPence: '5059999' }))
    expect([short.status, reasons(short)]).toEqual(['infeasible', ['C-BUD', 'C-COVER:C9']])
    expect(short.conflict!.reasons.find(({ id }) => id === 'C-COVER:C9')!.costWithoutPence).toBe('3780000')
    expect(short.conflict!.isSmallest).toBe(true)
    expect(best(await ask(workedChoice({ needs: needsWithout('C9') })))).toEqual(['optimal', 'P1', '3780000', 0])
  })

  it('a start after the end of P1’s contract: P2 + D2, £49,127.00, £1,473.00 under P1 + D2', async () => {
    const late = workedChoice({ term: { start: '2026-10-01', months: 36, overlapDays: 0 } })
    expect(best(await ask(late))).toEqual(['optimal', 'D2 + P2', '4912700', 5])
    expect(best(await ask({ ...late, today: keepP1() }))).toEqual(['optimal', 'D2 + P1', '5060000', 2])
  })

  it('without C5 still P1 + D2; the best with P2 is P2 + D1, £52,527.00, £1,927.00 dearer', async () => {
    const dropped = workedChoice({ needs: needsWithout('C5') })
    expect(best(await ask(dropped))).toEqual(['optimal', 'D2 + P1', '5060000', 2])
    const leave = { ...dropped, today: dropped.today.map((t) => ({ ...t, keep: 'must-not' as const })) }
    expect(best(await ask(leave))).toEqual(['optimal', 'D1 + P2', '5252700', 4])
  })

  it('P1 kept and D2 avoided: conflict {keep P1, avoid D2, C9}, because D1 excludes P1', async () => {
    const avoid = [{ kind: 'module' as const, id: 'D2', name: 'D2', reason: 'its support was never reached in time' }]
    const stuck = await ask(workedChoice({ today: keepP1() }, { avoid }))
    expect([stuck.status, reasons(stuck)]).toEqual(['infeasible', ['C-AVOID:module:D2', 'C-COVER:C9', 'C-KEEP:A:P1']])
    const facts = stuck.conflict!.reasons.filter(({ canDrop }) => !canDrop)
    expect(facts.map(({ words }) => words)).toEqual(['D1 and P1 exclude each other'])
  })

  it('the frontier is the four that are not dominated', async () => {
    const { frontier } = await ask(workedChoice(), { kind: 'frontier', stepPercent: 1 })
    expect(frontier!.points.map(({ modules, costPence, worth }) => [modules.join(' + '), costPence, worth])).toEqual([
      ['D2 + P1', '5060000', 2],
      ['D2 + P2', '5542700', 5],
      ['D2 + P2 + S1', '6012700', 6],
      ['D1 + D2 + P2 + S1', '7002700', 7],
    ])
    expect(frontier!.isComplete).toBe(true)
  })

  it('why not P2: £4,827.00 dearer; the next different plan is P2 + D1 + S1', async () => {
    const { plan, whyNot } = await ask(workedChoice(), { kind: 'why-not', moduleId: 'P2' })
    expect(BigInt(whyNot!.plan!.costPence) - BigInt(plan!.costPence)).toBe(482_700n)
    const { others } = await ask(workedChoice())
    expect(others.map(({ modules, costPence }) => [modules.join(' + '), costPence])).toEqual([
      ['D1 + P2 + S1', '5722700'],
    ])
  })

  it('why not D1 beside P1: the conflict names the ask and the exclusion', async () => {
    const { whyNot } = await ask(workedChoice({ today: keepP1() }), { kind: 'why-not', moduleId: 'D1' })
    expect(whyNot!.plan).toBeNull()
    expect(whyNot!.conflict.map(({ id }) => id).sort()).toEqual(['ASKED:D1', 'C-CONF:D1:P1', 'C-KEEP:A:P1'])
  })

  it('as it is today: P1, £37,800.00, without Document Management; greedy finds the optimum here', async () => {
    const { asToday, greedy } = await ask(workedChoice())
    expect([asToday!.plan.modules, asToday!.plan.costPence, asToday!.missing]).toEqual([
      ['P1'],
      '3780000',
      ['Document Management'],
    ])
    expect(greedy!.costPence).toBe('5060000')
  })

  it('when to switch: P1 is run while it is owed, then P2; the timeline costs less than either plan', async () => {
    const { when, whenCostPence } = await ask(workedChoice(), { kind: 'when', quarters: 12 })
    expect(when).toEqual([
      { quarter: 0, moduleId: 'D2' },
      { quarter: 0, moduleId: 'P1', until: 2 },
      { quarter: 2, moduleId: 'P2' },
    ])
    // D2 £12,800.00; P1 six months £6,300.00 and exit £1,500.00; P2 thirty months £25,000.00 and £4,827.00 once.
    expect(whenCostPence).toBe('5042700')
  })
})
