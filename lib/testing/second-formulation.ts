import { type Coefficients, type Constraint, solve } from 'yalps'
import type { Choice } from '@/lib/comparison/optimiser/choice'
import { planCost } from '@/lib/comparison/optimiser/cost/plan-cost'
import { readChoice } from '@/lib/comparison/optimiser/model/read-choice'

/**
 * The same question put another way to another solver: pairing and record systems as one row a pair, suppliers as one row
 * each, costs as differences of whole plans. Pounds of the best plan; undefined where there is none. One decision for all practices.
 */
export function secondAnswer(choice: Choice): number | undefined {
  const market = readChoice(choice)
  const empty = planCost(market, []).pence
  const own = market.ownCostPence
  const constraints = new Map<string, Constraint>()
  const variables = new Map<string, Map<string, number>>()
  for (const [m, module] of market.modules.entries())
    variables.set(module.id, new Map([['cost', Number(planCost(market, [m]).pence - own - empty) / 100]]))
  const put = (row: string, bounds: Constraint, entries: [string, number][]) => {
    constraints.set(row, bounds)
    for (const [name, value] of entries) variables.get(name)!.set(row, value)
  }
  for (const { id } of market.suppliers) variables.set(`u ${id}`, new Map([['cost', Number(own) / 100]]))
  for (const module of market.modules) {
    const { candidate } = module
    put(`most ${module.id}`, { max: module.gates[0] || module.avoided.length > 0 ? 0 : 1 }, [[module.id, 1]])
    put(`supplier ${module.id}`, { max: 0 }, [
      [module.id, 1],
      [`u ${candidate.supplierId}`, -1],
    ])
    for (const [i, { oneOf }] of candidate.requires.entries())
      if (!oneOf.includes(module.id))
        put(`requires ${module.id} ${i}`, { max: 0 }, [
          [module.id, 1],
          ...oneOf.filter((b) => variables.has(b)).map((b): [string, number] => [b, -1]),
        ])
  }
  for (const a of choice.candidates)
    for (const b of choice.candidates) {
      if (a === b) continue
      const isApart =
        a.conflicts.includes(b.moduleId) ||
        (a.isRecordSystem && b.isRecordSystem) ||
        (b.isRecordSystem && a.pairedWith !== null && !a.pairedWith.includes(b.moduleId))
      if (isApart)
        put(`apart ${a.moduleId} ${b.moduleId}`, { max: 1 }, [
          [a.moduleId, 1],
          [b.moduleId, 1],
        ])
    }
  const offering = (is: (c: Choice['candidates'][number]) => boolean): [string, number][] =>
    choice.candidates.filter(is).map((c) => [c.moduleId, 1])
  put(
    'a record system',
    { min: 1 },
    offering((c) => c.isRecordSystem),
  )
  for (const need of choice.needs)
    put(
      `need ${need.id}`,
      { min: 1 },
      offering((c) => c.meets.includes(need.id)),
    )
  const model = {
    direction: 'minimize' as const,
    objective: 'cost',
    constraints,
    variables: variables as Map<string, Coefficients>,
    integers: market.modules.map(({ id }) => id),
  }
  const { status, result } = solve(model, { tolerance: 0, maxIterations: Infinity, timeout: 20_000 })
  if (status === 'infeasible') return undefined
  if (status !== 'optimal') throw new Error(`yalps ended with ${status}`)
  return result + Number(empty) / 100
}
