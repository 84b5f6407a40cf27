import { z } from 'zod'
import { one, type SectionField } from '@/lib/catalogue/drafts/draft-section'
import { addMonths, type Day, dayWords, isDay } from '@/lib/platform/days'
import { parsePounds, poundsWords } from '@/lib/platform/money'
import { invalidField } from '@/lib/platform/refusal'
import { most, type NeedsContent } from '../needs-content'
import { changeOr, type NeedsSection, readBy } from './needs-section'

const whole = (words: string) => z.coerce.number({ error: words }).int(words)
const termSchema = z.object({
  start: z.string().refine(isDay, 'Enter the first day as a date'),
  months: whole('Enter the term in whole months')
    .min(1, 'The term is at least 1 month')
    .max(60, 'The term is 60 months at most'),
  overlapDays: whole('Enter the overlap in whole days')
    .min(0, 'The overlap is 0 days or more')
    .max(180, 'The overlap is 180 days at most'),
})

export const term: NeedsSection = {
  slug: 'term',
  title: 'Start, term and overlap',
  lead: 'Costs are counted from the first day to the end of the term. In the overlap the old and the new system run side by side, and both are paid.',
  fields: () => [
    { name: 'start', label: 'First day', kind: 'day', hint: 'Today or later' },
    { name: 'months', label: 'Term in months', kind: 'text', max: 2, hint: `1 to ${most.months}` },
    {
      name: 'overlapDays',
      label: 'Overlap in days',
      kind: 'text',
      max: 3,
      hint: `0 to ${most.overlapDays}; usually 90`,
    },
  ],
  values: ({ content: { term } }) => ({
    start: term?.start ?? '',
    months: String(term?.months ?? 36),
    overlapDays: String(term?.overlapDays ?? 90),
  }),
  read: (raw, _, { today }) => {
    const start = one(raw, 'start')
    if (isDay(start) && start < today) return invalidField('start', 'The first day must be today or later')
    return readBy(termSchema, raw, (value) => ({ term: value }))
  },
  step: ({ content: { term } }, { today }) =>
    term === undefined ? 'not-started' : term.start >= today ? 'completed' : 'in-progress',
}

/** The financial years that a term touches, by their first day. */
export function yearsOf(term: NonNullable<NeedsContent['term']>): Day[] {
  const year = Number(term.start.slice(0, 4)) - (term.start.slice(5) < '04-01' ? 1 : 0)
  const end = addMonths(term.start, term.months)
  return Array.from({ length: 7 }, (_, i) => `${year + i}-04-01`).filter((day) => day < end)
}

export const budget: NeedsSection = {
  slug: 'budget',
  title: 'Budget',
  lead: 'A plan that costs a penny more is not made. Leave empty what is not limited. Without VAT.',
  fields: ({ content: { term } }) => [
    { name: 'budget', label: 'Over the whole term', kind: 'text', max: 20, hint: 'In pounds, like 50,000.00' },
    ...(term ? yearsOf(term) : []).map(
      (from): SectionField => ({
        name: `year-${from}`,
        label: `In the year from ${dayWords(from)}`,
        kind: 'text',
        max: 20,
        group: 'Each financial year',
      }),
    ),
  ],
  values: ({ content: { budget } }) => ({
    budget: budget?.budgetPence ? poundsWords(BigInt(budget.budgetPence)) : '',
    ...Object.fromEntries(
      (budget?.yearlyBudgets ?? []).map(({ from, pence }) => [`year-${from}`, poundsWords(BigInt(pence))]),
    ),
  }),
  read: (raw, { content }) => {
    const faults: Record<string, string[]> = {}
    const money = (name: string): string | null => {
      const text = one(raw, name).trim()
      const pence = text === '' ? null : parsePounds(text)
      if (pence === undefined) faults[name] = ['Enter pounds and pence, like 50,000.00']
      return pence == null ? null : String(pence)
    }
    const yearlyBudgets = (content.term ? yearsOf(content.term) : []).flatMap((from) => {
      const pence = money(`year-${from}`)
      return pence === null ? [] : [{ from, pence }]
    })
    return changeOr(faults, { content: { budget: { budgetPence: money('budget'), yearlyBudgets } } })
  },
  step: ({ content: { budget } }) => (budget === undefined ? 'optional' : 'completed'),
}

export const ownCost: NeedsSection = {
  slug: 'own-cost',
  title: 'What a supplier costs you',
  lead: 'Every supplier means meetings, invoices and calls. What you enter is added for each supplier of a plan, so that it may prefer fewer.',
  fields: () => [
    {
      name: 'ownCost',
      label: 'Your own cost for one supplier a year',
      kind: 'text',
      max: 20,
      hint: 'In pounds; usually £0.00',
    },
  ],
  values: ({ content }) => ({ ownCost: poundsWords(BigInt(content.ownCostPence)) }),
  read: (raw) => {
    const pence = one(raw, 'ownCost').trim() === '' ? 0n : parsePounds(one(raw, 'ownCost'))
    return changeOr(pence === undefined ? { ownCost: ['Enter pounds and pence, like 500.00'] } : {}, {
      content: { ownCostPence: String(pence ?? 0n) },
    })
  },
  step: ({ content }) => (content.ownCostPence === '0' ? 'optional' : 'completed'),
}

/** Share of the wishes’ whole worth that every plan must fulfil (C-FLOOR). */
export const floor: NeedsSection = {
  slug: 'quality',
  title: 'How much of your wishes',
  lead: 'The least share of the worth of all your wishes that a plan must fulfil. With 0 the cheapest plan that covers your needs is found, and beside it what more of your wishes would cost.',
  fields: () => [{ name: 'floor', label: 'Least share in percent', kind: 'text', max: 3, hint: '0 to 100' }],
  values: ({ content }) => ({ floor: String(content.floorPercent) }),
  read: (raw) =>
    readBy(
      z.object({
        floor: whole('Enter a whole percentage').min(0, 'Enter 0 to 100').max(100, 'Enter 0 to 100'),
      }),
      raw,
      (value) => ({ floorPercent: value.floor }),
    ),
  step: ({ content }) => (content.floorPercent === 0 ? 'optional' : 'completed'),
}
