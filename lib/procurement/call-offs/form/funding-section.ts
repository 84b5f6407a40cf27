import { one, type Raw, type SectionField } from '@/lib/catalogue/drafts/draft-section'
import { yearWords } from '@/lib/funding/funding-request'
import { sumsByYear } from '@/lib/funding/funding-rules'
import { parsePounds, poundsWords } from '@/lib/platform/money'
import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import type { CallOff } from '../call-off'
import { countedSites, orderSums } from '../order-rules'
import { type FundingStream, fundingStreams, type OrderForm } from './order-form'
import { faultsOf, type OrderChange, type OrderFacts, type OrderSection } from './order-section'
import { isOwnOrder, ownMeansProblem, ownMeansWords, paysItself } from './own-means-rules'

export type Slice = { year: number; stream: FundingStream; pence: bigint }

/** What each financial year costs (V1, W2). */
const yearsOf = (order: CallOff) => {
  const sums = orderSums(order, countedSites(order))
  return sums ? sumsByYear(order.startsOn, sums.months) : []
}

const otherStreams = ['LOCAL', 'PCARP'] as const
const otherPence = (form: OrderForm, stream: 'LOCAL' | 'PCARP', year: number): bigint =>
  BigInt(form.funding?.[stream]?.[year] ?? '0')

/**
 * T9: the slices by financial year and stream; GP IT pays what the others do not, and a practice that pays itself has LOCAL money
 * alone. They sum to the value, all or none (B5).
 */
export const slicesOf = (order: CallOff): Slice[] =>
  paysItself(order) ? yearsOf(order).map((year) => ({ ...year, stream: 'LOCAL' })) : slicesOfCommissioner(order)

const slicesOfCommissioner = (order: CallOff): Slice[] =>
  yearsOf(order).flatMap(({ year, pence }) => {
    const others = otherStreams.map((stream) => ({ year, stream, pence: otherPence(order.form, stream, year) }))
    const rest = pence - others.reduce((sum, slice) => sum + slice.pence, 0n)
    return [{ year, stream: 'GPIT' as const, pence: rest }, ...others].filter((slice) => slice.pence !== 0n)
  })

/** T9. */
export const funding: OrderSection = {
  slug: 'funding',
  code: 'T9',
  title: 'Funding',
  lead: 'Which money of the payer pays for which year. What you leave empty comes from GP IT. A practice may pay for itself instead: then all of it is its own LOCAL money, and the amounts below do not count.',
  fields: (order, facts) => [
    ...payerField(order, facts),
    ...yearsOf(order).flatMap(({ year, pence }) =>
      otherStreams.map((stream) => ({
        name: `${stream}-${year}`,
        label: `From ${fundingStreams[stream]} money, in pounds`,
        kind: 'text' as const,
        max: 15,
        group: `${yearWords(year)}: ${poundsWords(pence)} in all`,
      })),
    ),
  ],
  values: (order) => ({
    payer: paysItself(order) ? 'practice' : 'commissioner',
    ...Object.fromEntries(
      yearsOf(order).flatMap(({ year }) =>
        otherStreams.map((stream) => {
          const pence = otherPence(order.form, stream, year)
          return [`${stream}-${year}`, pence > 0n ? poundsWords(pence) : '']
        }),
      ),
    ),
  }),
  read: (raw, order, facts) => readFunding(raw, order, facts),
  step: (order, facts) => {
    if (order.totalPence === 0n) return 'not-applicable'
    if (!order.form.funding) return 'not-started'
    if (paysItself(order)) return whyNotItself(order, facts) === undefined ? 'completed' : 'in-progress'
    return slicesOf(order).every((slice) => slice.pence > 0n) && isWhole(order) ? 'completed' : 'in-progress'
  },
}

/** Whether money is named for the years of the order alone: another start leaves years behind that it no longer has. */
const isWhole = (order: CallOff) => {
  const years = new Set(yearsOf(order).map(({ year }) => String(year)))
  return otherStreams.every((stream) =>
    Object.entries(order.form.funding?.[stream] ?? {}).every(([year, pence]) => years.has(year) || pence === '0'),
  )
}

/** Why the practice cannot pay this order itself as things stand; undefined where it can. */
export const whyNotItself = (order: CallOff, facts: OrderFacts): string | undefined =>
  ownMeansProblem(order, yearsOf(order), facts)

function payerField(order: CallOff, facts: OrderFacts): SectionField[] {
  if (order.totalPence === 0n || !isOwnOrder(order)) return []
  const [years, problem] = [yearsOf(order), whyNotItself(order, facts)]
  const itself = `The practice itself, from its own LOCAL money${problem ? '' : ` (left: ${ownMeansWords(years, facts)})`}`
  return [
    {
      name: 'payer',
      label: 'Who pays?',
      kind: 'choice',
      options: [
        { value: 'commissioner', text: facts.commissioner?.name ?? 'The commissioner' },
        { value: 'practice', text: itself },
      ],
      hint: problem
        ? `The practice cannot pay it itself now. ${problem}`
        : 'Where the practice pays itself, another person of it who is a funding approver decides, and signs for it.',
    },
  ]
}

function readFunding(raw: Raw, order: CallOff, facts: OrderFacts): Result<OrderChange> {
  const chosen = one(raw, 'payer') || (paysItself(order) ? 'practice' : 'commissioner')
  if (chosen === 'practice') {
    const problem = whyNotItself(order, facts)
    return problem ? invalidField('payer', problem) : ok({ payerId: order.practiceId, form: { funding: {} } })
  }
  if (!facts.commissioner)
    return invalidField(
      'payer',
      'The commissioner that pays for this practice is not known. A curator must say so first.',
    )
  const payerId = facts.commissioner.id
  const faults: Record<string, string[]> = {}
  const read: Record<'LOCAL' | 'PCARP', Record<string, string>> = { LOCAL: {}, PCARP: {} }
  for (const { year, pence } of yearsOf(order)) {
    let left = pence
    for (const stream of otherStreams) {
      const [name, text] = [`${stream}-${year}`, one(raw, `${stream}-${year}`)]
      const amount = text.trim() === '' ? 0n : parsePounds(text)
      if (amount === undefined) faults[name] = ['Enter pounds and pence, like 1,200.00']
      else if (amount > left) faults[name] = [`Only ${poundsWords(left)} of this year is left`]
      else {
        left -= amount
        if (amount > 0n) read[stream][year] = String(amount)
      }
    }
  }
  return faultsOf(faults) ?? ok({ payerId, form: { funding: read } })
}
