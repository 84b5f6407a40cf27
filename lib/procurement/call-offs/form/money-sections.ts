import { z } from 'zod'
import { type Rows, readRows, rowFields, rowValues } from '@/lib/catalogue/drafts/cells'
import { one, type Raw, rawForm } from '@/lib/catalogue/drafts/draft-section'
import { yearWords } from '@/lib/funding/funding-request'
import { sumsByYear } from '@/lib/funding/funding-rules'
import { parsePounds, poundsWords } from '@/lib/platform/money'
import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import type { CallOff } from '../call-off'
import { countedSites, orderSums } from '../order-rules'
import { type FundingStream, fundingStreams, type Milestone, type OrderForm } from './order-form'
import { faultsOf, type OrderChange, type OrderSection, readBy } from './order-section'

export type Slice = { year: number; stream: FundingStream; pence: bigint }

/** What each financial year costs (V1, W2). */
const yearsOf = (order: CallOff) => {
  const sums = orderSums(order, countedSites(order))
  return sums ? sumsByYear(order.startsOn, sums.months) : []
}

const otherStreams = ['LOCAL', 'PCARP'] as const
const otherPence = (form: OrderForm, stream: 'LOCAL' | 'PCARP', year: number): bigint =>
  BigInt(form.funding?.[stream]?.[year] ?? '0')

/** T9: the slices by financial year and stream; GP IT pays what the others do not. They sum to the value, all or none (B5). */
export const slicesOf = (order: CallOff): Slice[] =>
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
  lead: 'Which money of the payer pays for which year. What you leave empty comes from GP IT.',
  fields: (order) =>
    yearsOf(order).flatMap(({ year, pence }) =>
      otherStreams.map((stream) => ({
        name: `${stream}-${year}`,
        label: `From ${fundingStreams[stream]} money, in pounds`,
        kind: 'text' as const,
        max: 15,
        group: `${yearWords(year)}: ${poundsWords(pence)} in all`,
      })),
    ),
  values: (order) =>
    Object.fromEntries(
      yearsOf(order).flatMap(({ year }) =>
        otherStreams.map((stream) => {
          const pence = otherPence(order.form, stream, year)
          return [`${stream}-${year}`, pence > 0n ? poundsWords(pence) : '']
        }),
      ),
    ),
  read: (raw, order) => readFunding(raw, order),
  step: (order) => {
    if (order.totalPence === 0n) return 'not-applicable'
    if (!order.form.funding) return 'not-started'
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

function readFunding(raw: Raw, order: CallOff): Result<OrderChange> {
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
  return faultsOf(faults) ?? ok({ form: { funding: read } })
}

const rows: Rows = {
  letter: 'm',
  title: 'Milestone',
  most: 10,
  cells: {
    name: { label: 'Name', kind: 'text', max: 100, needed: true },
    trigger: { label: 'It is reached when', kind: 'area', max: 500, needed: true },
  },
}
const milestoneSchema = rawForm.transform((form, ctx) => readRows<Milestone>(form, ctx, rows))

/** T10. */
export const milestones: OrderSection = {
  slug: 'milestones',
  code: 'T10',
  title: 'Milestones',
  lead: 'What both sides will check on the way. Clear both fields of one to leave it out.',
  fields: ({ form }) => rowFields(rows, form.milestones?.length ?? 0),
  values: ({ form }) => rowValues(rows, form.milestones ?? []),
  read: (raw) => readBy(milestoneSchema, raw, (held) => ({ form: { milestones: held } })),
  step: ({ form }) => ((form.milestones ?? []).length > 0 ? 'completed' : 'optional'),
}

const dataSchema = z.object({
  noticeDays: z.coerce
    .number({ error: 'Enter the notice in days' })
    .int('Enter whole days')
    .min(30, 'Notice is at least 30 days')
    .max(365, 'Notice is at most 365 days'),
  exitCharge: z.string(),
  returnFormat: z
    .string()
    .trim()
    .min(1, 'Say in which form the data comes back')
    .max(500, 'Format must be 500 characters or fewer'),
})

/** T11: the schedule of the frozen listing by its hash; notice, exit charge, and how data comes back. */
export const dataAndExit: OrderSection = {
  slug: 'data',
  code: 'T11',
  title: 'Data processing and exit',
  lead: 'The data processing schedule is the one on the module’s page as it was frozen. Read it there before you tick the box.',
  fields: (_, { scheduleSha256 }) => [
    {
      name: 'schedule',
      label: 'Data processing',
      kind: 'check',
      hint: `I have read the schedule (SHA-256 ${scheduleSha256.slice(0, 16)}…)`,
    },
    { name: 'noticeDays', label: 'Notice in days', kind: 'text', max: 3 },
    {
      name: 'exitCharge',
      label: 'Charge for the exit, in pounds',
      kind: 'text',
      max: 15,
      hint: '0 where there is none',
    },
    { name: 'returnFormat', label: 'In which form does the data come back?', kind: 'text', max: 500 },
  ],
  values: ({ form: { data }, noticeDays }, { scheduleSha256 }) => ({
    schedule: data?.scheduleSha256 === scheduleSha256 ? 'yes' : '',
    noticeDays: String(noticeDays),
    exitCharge: poundsWords(BigInt(data?.exitChargePence ?? '0')),
    returnFormat: data?.returnFormat ?? '',
  }),
  read: (raw, _, { scheduleSha256 }) => {
    const pence = parsePounds(one(raw, 'exitCharge'))
    if (one(raw, 'schedule') !== 'yes') return invalidField('schedule', 'Read the schedule, then tick the box')
    if (pence === undefined) return invalidField('exitCharge', 'Enter pounds and pence, like 1,200.00')
    return readBy(dataSchema, raw, ({ noticeDays, returnFormat }) => ({
      noticeDays,
      form: { data: { scheduleSha256, exitChargePence: String(pence), returnFormat } },
    }))
  },
  step: ({ form }, { scheduleSha256 }) => {
    if (!form.data) return 'not-started'
    return form.data.scheduleSha256 === scheduleSha256 ? 'completed' : 'in-progress'
  },
}
