import { many, one, type Raw, type SectionField } from '@/lib/catalogue/drafts/draft-section'
import { priceFromJson } from '@/lib/catalogue/prices/price'
import { priceWords } from '@/lib/catalogue/prices/price-rules'
import { unitPriceWords } from '@/lib/platform/money'
import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import type { CallOff } from '../call-off'
import { isJointKind, isJointWork, kindOf } from '../order-kind-rules'
import { isByUse, type OrderLine, serviceLine } from '../order-line'
import { servicesOf } from './kind-lines'
import type { OrderKind } from './order-form'
import { faultsOf, type OrderChange, type OrderFacts, type OrderSection } from './order-section'

const greatestQuantity = 1_000_000
/** As many units as a tier of a price may speak of (PRC-5). */
const greatestUse = 100_000_000

/**
 * `£1.26` → units of 1/100,000 £; undefined where it is no such price. Four decimals are the most (PRC-8), five for a price by
 * use.
 */
export function parseUnitPrice(text: string, decimals: 4 | 5): bigint | undefined {
  const match = /^£?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,5}))?$/.exec(text.trim())
  if (!match || (match[2] ?? '').length > decimals) return undefined
  return BigInt(match[1]!.replaceAll(',', '')) * 100_000n + BigInt((match[2] ?? '').padEnd(5, '0'))
}

const decimalsOf = (line: OrderLine): 4 | 5 => (isByUse(line) ? 5 : 4)
const takesQuantity = (line: OrderLine) => line.list.basis === 'declarative'
const groupOf = (line: OrderLine) => `${line.name} (list price: ${priceWords(priceFromJson(line.list)).join('; ')})`

/** T7: what was decided, at the frozen list price or below it, and services of the same listing. */
export const lines: OrderSection = {
  slug: 'lines',
  code: 'T7',
  title: 'Modules and services',
  lead: 'The module stands as it was decided; in an order for a service it is not ordered again. The agreed price may be lower than the list price, never higher. A price by use is charged for recorded use alone. The use that you expect is committed, and what is committed is the ceiling: use above it is not paid before more money is approved.',
  fields: (order, facts) => [
    ...order.lines.flatMap((line) => fieldsOf(line, kindOf(order))),
    ...(servicesOf(kindOf(order), facts).length > 0
      ? [
          {
            name: 'services',
            label: 'Associated services',
            kind: 'checks' as const,
            hint: 'Save to agree the price and the number of what you have ticked',
            options: servicesOf(kindOf(order), facts).map(({ id, name, price }) => ({
              value: id,
              text: `${name}: ${priceWords(priceFromJson(price)).join('; ')}`,
            })),
          },
        ]
      : []),
  ],
  values: (order) => ({
    ...Object.fromEntries(order.lines.flatMap(valuesOf)),
    services: order.lines.flatMap(({ id, kind }) => (kind === 'service' ? [id] : [])),
  }),
  read: (raw, order, facts) => readLines(raw, order, facts),
  step: (order) => {
    const { lines: held } = order
    if (held.length === 0) return 'not-started'
    if (isJointKind(kindOf(order)) && !isJointWork(order)) return 'in-progress'
    return held.every((line) => !isByUse(line) || line.expectedMonthly !== undefined) ? 'completed' : 'in-progress'
  },
}

function fieldsOf(line: OrderLine, kind: OrderKind): SectionField[] {
  const group = groupOf(line)
  const tiers = line.list.tiers.map(
    (tier, i): SectionField => ({
      name: `${line.id}-t${i}`,
      label: line.list.tiers.length > 1 ? `Agreed price from ${tier.from} ${line.list.unitPlural}` : 'Agreed price',
      kind: 'text',
      max: 15,
      group,
      hint: `Pounds for each ${line.list.unit}, at most ${unitPriceWords(BigInt(tier.unitPrice))}`,
    }),
  )
  if (isByUse(line))
    return [
      ...tiers,
      {
        name: `${line.id}-expected`,
        label: `How many ${line.list.unitPlural} do you expect in a month, for each practice?`,
        kind: 'text',
        max: 11,
        group,
        hint: 'Only recorded use is charged. What you expect is committed, month by month over the term.',
      },
    ]
  if (!takesQuantity(line)) return tiers
  const options = [
    { value: 'practice', text: 'For each practice' },
    { value: 'order', text: 'Once for the whole order' },
  ]
  // A merger and a split are priced by a number for each practice (PRC-7): there is nothing to choose.
  if (isJointKind(kind))
    return [
      ...tiers,
      { name: `${line.id}-quantity`, label: 'How many for each practice?', kind: 'text', max: 7, group },
    ]
  return [
    ...tiers,
    { name: `${line.id}-quantity`, label: 'How many?', kind: 'text', max: 7, group },
    { name: `${line.id}-per`, label: 'That number is', kind: 'choice', options, group },
  ]
}

function valuesOf(line: OrderLine): [string, string][] {
  return [
    ...line.agreed.tiers.map(
      (tier, i) => [`${line.id}-t${i}`, unitPriceWords(BigInt(tier.unitPrice))] as [string, string],
    ),
    ...(isByUse(line)
      ? ([[`${line.id}-expected`, line.expectedMonthly?.toLocaleString('en-GB') ?? '']] as [string, string][])
      : []),
    ...(takesQuantity(line)
      ? ([
          [`${line.id}-quantity`, String(line.quantity)],
          [`${line.id}-per`, line.per],
        ] as [string, string][])
      : []),
  ]
}

function readLines(raw: Raw, order: CallOff, facts: OrderFacts): Result<OrderChange> {
  const faults: Record<string, string[]> = {}
  const chosen = many(raw, 'services')
  const kept = order.lines.filter((line) => line.kind === 'module' || chosen.includes(line.id))
  const changed = kept.map((line) => readLine(line, raw, kindOf(order), faults))
  const added = servicesOf(kindOf(order), facts)
    .filter(({ id }) => chosen.includes(id) && !order.lines.some((line) => line.id === id))
    .map(serviceLine)
  if (changed.length + added.length === 0) return invalidField('services', 'Choose the service that is ordered')
  return faultsOf(faults) ?? ok({ lines: [...changed, ...added] })
}

function readLine(line: OrderLine, raw: Raw, kind: OrderKind, faults: Record<string, string[]>): OrderLine {
  const tiers = line.list.tiers.map((tier, i) => {
    const [name, greatest] = [`${line.id}-t${i}`, BigInt(tier.unitPrice)]
    const agreed = parseUnitPrice(one(raw, name), decimalsOf(line))
    if (agreed === undefined) faults[name] = [`Enter a price in pounds with at most ${decimalsOf(line)} decimals`]
    else if (agreed > greatest) faults[name] = [`The list price is ${unitPriceWords(greatest)}: agree that or less`]
    return { ...tier, unitPrice: String(agreed ?? greatest) }
  })
  const agreed = { ...line.agreed, tiers }
  if (isByUse(line)) return { ...line, agreed, expectedMonthly: readUse(line, raw, faults) }
  if (!takesQuantity(line)) return { ...line, agreed }
  const quantity = Number(one(raw, `${line.id}-quantity`))
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > greatestQuantity)
    faults[`${line.id}-quantity`] = ['Enter a whole number from 1 to 1,000,000']
  const isOnce = !isJointKind(kind) && one(raw, `${line.id}-per`) === 'order'
  return { ...line, agreed, quantity, per: isOnce ? 'order' : 'practice' }
}

function readUse({ id }: OrderLine, raw: Raw, faults: Record<string, string[]>): number {
  const expected = Number(one(raw, `${id}-expected`).replaceAll(',', '').trim())
  if (!Number.isInteger(expected) || expected < 1 || expected > greatestUse)
    faults[`${id}-expected`] = ['Enter a whole number from 1 to 100,000,000']
  return expected
}
