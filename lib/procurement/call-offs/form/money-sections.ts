import { z } from 'zod'
import { type Rows, readRows, rowFields, rowValues } from '@/lib/catalogue/drafts/cells'
import { one, rawForm } from '@/lib/catalogue/drafts/draft-section'
import { parsePounds, poundsWords } from '@/lib/platform/money'
import { invalidField } from '@/lib/platform/refusal'
import type { Milestone } from './order-form'
import { type OrderSection, readBy } from './order-section'

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
