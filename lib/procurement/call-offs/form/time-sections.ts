import { z } from 'zod'
import type { Raw, SectionField } from '@/lib/catalogue/drafts/draft-section'
import { one } from '@/lib/catalogue/drafts/draft-section'
import { dayWords, isDay } from '@/lib/platform/days'
import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import type { CallOff } from '../call-off'
import { faultsOf, type OrderChange, type OrderFacts, type OrderSection } from './order-section'

const months = (words: string) =>
  z.coerce.number({ error: words }).int('Enter whole months').min(1, 'Enter at least 1 month')
const termSchema = z.object({
  startsOn: z
    .string()
    .refine(isDay, 'Enter the start as a date')
    .refine((day) => day.endsWith('-01'), 'The contract starts on the first of a month'),
  initial: months('Enter the initial term in months'),
  maximum: months('Enter the maximum term in months'),
})

/** T4: a start on a first of a month keeps the months' amounts exact; charging begins at go-live anyway. */
export const timescales: OrderSection = {
  slug: 'timescales',
  code: 'T4',
  title: 'Timescales',
  lead: 'The contract runs for the initial term. What the maximum adds is an option: nothing is extended without a decision of the payer.',
  fields: (_, { longestTerm }) => [
    { name: 'startsOn', label: 'First day', kind: 'day', hint: 'The first of a month' },
    { name: 'initial', label: 'Initial term in months', kind: 'text', max: 3 },
    {
      name: 'maximum',
      label: 'Maximum term in months, options included',
      kind: 'text',
      max: 3,
      hint: `At most ${longestTerm}. The same as the initial term where there is no option.`,
    },
  ],
  values: ({ startsOn, termMonths, optionMonths }) => ({
    startsOn,
    initial: String(termMonths),
    maximum: String(termMonths + optionMonths),
  }),
  read: (raw, order, facts) => readTerm(raw, order, facts),
  step: ({ startsOn, termMonths, optionMonths }, { today, longestTerm }) =>
    startsOn > today && termMonths + optionMonths <= longestTerm ? 'completed' : 'in-progress',
}

function readTerm(raw: Raw, order: CallOff, { today, longestTerm }: OrderFacts): Result<OrderChange> {
  const read = termSchema.safeParse(raw)
  if (!read.success) {
    const fields: Record<string, string[]> = {}
    for (const { path, message } of read.error.issues) fields[path.join('.')] ??= [message]
    return faultsOf(fields)!
  }
  const { startsOn, initial, maximum } = read.data
  if (startsOn <= today) return invalidField('startsOn', 'The start must be in the future')
  if (maximum < initial) return invalidField('maximum', 'The maximum must not be shorter than the initial term')
  if (maximum > longestTerm) return invalidField('maximum', `This route allows ${longestTerm} months at most`)
  // Who was to have it on the first day still is to.
  const sites = order.sites.map((site) => (site.deliverOn === order.startsOn ? { ...site, deliverOn: startsOn } : site))
  return ok({ startsOn, termMonths: initial, optionMonths: maximum - initial, sites })
}

/** T8: one day for all, and any practice's own. */
export const delivery: OrderSection = {
  slug: 'delivery',
  code: 'T8',
  title: 'Delivery dates',
  lead: 'When each practice is to have it. The day of real use is confirmed later by practice and supplier.',
  fields: ({ sites }, { practices }) => [
    { name: 'all', label: 'The same day for all', kind: 'day', hint: 'Empty where each keeps its own below' },
    ...sites.map(
      ({ practiceId }): SectionField => ({
        name: `on-${practiceId}`,
        label: practices[practiceId]?.name ?? practiceId,
        kind: 'day',
        group: 'Each practice',
      }),
    ),
  ],
  values: ({ sites }) => ({
    all: '',
    ...Object.fromEntries(sites.map(({ practiceId, deliverOn }) => [`on-${practiceId}`, deliverOn])),
  }),
  read: (raw, order) => {
    const faults: Record<string, string[]> = {}
    const all = one(raw, 'all')
    const sites = order.sites.map((site) => {
      const [name, day] = all ? ['all', all] : [`on-${site.practiceId}`, one(raw, `on-${site.practiceId}`)]
      if (!isDay(day)) faults[name] = ['Enter a real date, like 2027-04-01']
      else if (!isWithin(order, day))
        faults[name] = [`Enter a day from ${dayWords(order.startsOn)} to ${dayWords(order.endsOn)}`]
      return { ...site, deliverOn: day }
    })
    return faultsOf(faults) ?? ok({ sites })
  },
  step: (order) => (order.sites.every((site) => isWithin(order, site.deliverOn)) ? 'completed' : 'in-progress'),
}

const isWithin = ({ startsOn, endsOn }: Pick<CallOff, 'startsOn' | 'endsOn'>, day: string) =>
  startsOn <= day && day <= endsOn
