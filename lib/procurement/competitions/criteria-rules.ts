import { mayWeigh } from '@/lib/catalogue/frameworks/framework-rules'
import type { Route } from '@/lib/catalogue/frameworks/route'
import { type Criteria, type Criterion, elementWords } from './competition'

/**
 * What is wrong with criteria, by field (COM-2, COM-3): weights in the step that is set, the price in the range of the route or
 * alone, the elements summing to 100 where the price is not alone.
 */
export function criteriaProblems({ priceWeight, elements }: Criteria, route: Route, step: number) {
  const problems: Record<string, string[]> = {}
  const inSteps = (weight: number) => weight > 0 && weight % step === 0
  const { leastPriceWeight: least, greatestPriceWeight: most } = route
  if (!inSteps(priceWeight) || !mayWeigh(route, priceWeight))
    problems.priceWeight = [
      `The price weighs ${least} to ${most} percent in steps of ${step}, or 100 where it counts alone`,
    ]
  for (const { kind, weight } of elements)
    if (!inSteps(weight)) problems[`weight-${kind}`] = [`${elementWords[kind]} weighs a multiple of ${step} percent`]
  const sum = elements.reduce((all, { weight }) => all + weight, 0)
  if (priceWeight === 100 && elements.length > 0)
    problems.priceWeight = ['Where the price counts alone, leave everything else empty']
  if (priceWeight !== 100 && sum !== 100)
    problems[elements[0] ? `weight-${elements[0].kind}` : 'weight-features'] = [
      `What counts beside the price must sum to 100 percent, not ${sum}`,
    ]
  return problems
}

/** Everything that is scored for each entry, in the order of the form: each element, and each must-feature before its element. */
export function criteriaOf({ elements }: Pick<Criteria, 'elements'>): Criterion[] {
  return elements.flatMap((element): Criterion[] => [
    ...(element.kind === 'features'
      ? element.features
          .filter(({ level }) => level === 'must')
          .map(({ id, text, each }): Criterion => ({ id, kind: 'must', words: text, ...(each ? { each } : {}) }))
      : []),
    { id: element.kind, kind: 'element', words: elementWords[element.kind] },
  ])
}
