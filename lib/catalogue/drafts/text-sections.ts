import { z } from 'zod'
import { asTyped, type DraftSection, linesOf, orNull } from './draft-section'

const text = (what: string, max: number) =>
  z
    .string()
    .transform(asTyped)
    .pipe(
      z
        .string()
        .trim()
        .max(max, `${what} must be ${max.toLocaleString('en-GB')} characters or fewer`),
    )
const weeks = z
  .string()
  .trim()
  .refine((t) => t === '' || (/^\d{1,3}$/.test(t) && Number(t) <= 520), 'Enter a whole number of weeks, 0 to 520')
  .transform((t) => (t === '' ? null : Number(t)))
const lines = (what: string, most: number, max: number) =>
  text('This', 20_000)
    .transform(linesOf)
    .pipe(
      z
        .array(z.string().max(max, `Each ${what} must be ${max} characters or fewer`))
        .max(most, `Enter at most ${most}`),
    )

/** P10. */
export const description: DraftSection = {
  slug: 'description',
  code: 'P10',
  title: 'Description',
  needed: true,
  fields: (_, names) => [
    { name: 'name', label: 'Name', kind: 'text', max: 255 },
    { name: 'summary', label: 'Summary', kind: 'area', max: 350, hint: 'Up to 350 characters' },
    { name: 'description', label: 'Full description', kind: 'area', max: 3000, hint: 'Up to 3,000 characters' },
    { name: 'link', label: 'Link to your own page', kind: 'text', max: 1000, hint: 'Begins with https://' },
    { name: 'pilot', label: 'Pilot', kind: 'check', hint: 'Not yet live with patients' },
    {
      name: 'frameworkIds',
      label: 'Frameworks',
      kind: 'checks',
      options: Object.entries(names.frameworks).map(([value, words]) => ({ value, text: words })),
    },
  ],
  values: (l) => ({
    name: l.name,
    summary: l.summary,
    description: l.description,
    link: l.link ?? '',
    pilot: l.pilot ? 'yes' : '',
    frameworkIds: l.frameworkIds,
  }),
  schema: z.object({
    name: text('Name', 255),
    summary: text('Summary', 350),
    description: text('Full description', 3000),
    link: text('Link', 1000)
      .transform(orNull)
      .pipe(z.url({ protocol: /^https$/, error: 'Enter a link that begins with https://' }).nullable()),
    pilot: z.string().transform((value) => value === 'yes'),
    frameworkIds: z.array(z.string().max(20)),
  }),
  isDone: (l) => l.name !== '' && l.summary !== '' && l.description !== '',
}

/** P11. */
export const features: DraftSection = {
  slug: 'features',
  code: 'P11',
  title: 'Features',
  needed: false,
  fields: () => [
    {
      name: 'features',
      label: 'Features',
      kind: 'area',
      hint: 'One a line: up to 10, each of up to 100 characters',
    },
  ],
  values: (l) => ({ features: l.features.join('\n') }),
  schema: z.object({ features: lines('feature', 10, 100) }),
  isDone: (l) => l.features.length > 0,
}

/** P18. */
export const implementation: DraftSection = {
  slug: 'implementation',
  code: 'P18',
  title: 'Implementation',
  needed: false,
  fields: () => [
    { name: 'text', label: 'How it is introduced', kind: 'area', max: 1100, hint: 'Up to 1,100 characters' },
    { name: 'weeksFrom', label: 'Typical weeks, from', kind: 'text', max: 3 },
    { name: 'weeksTo', label: 'Typical weeks, to', kind: 'text', max: 3 },
  ],
  values: ({ implementation: { text: words, weeksFrom, weeksTo } }) => ({
    text: words ?? '',
    weeksFrom: weeksFrom?.toString() ?? '',
    weeksTo: weeksTo?.toString() ?? '',
  }),
  schema: z
    .object({ text: text('This text', 1100).transform(orNull), weeksFrom: weeks, weeksTo: weeks })
    .refine((v) => v.weeksFrom === null || v.weeksTo === null || v.weeksFrom <= v.weeksTo, {
      path: ['weeksTo'],
      error: 'The second number of weeks must not be smaller than the first',
    })
    .transform((value) => ({ implementation: value })),
  isDone: ({ implementation: i }) => i.text !== null && i.weeksFrom !== null && i.weeksTo !== null,
}

/** P22, as far as a listing holds it. */
export const support: DraftSection = {
  slug: 'support',
  code: 'P22',
  title: 'Support hours',
  needed: true,
  fields: () => [
    { name: 'supportHours', label: 'Support hours', kind: 'area', max: 500, hint: 'Days, times and bank holidays' },
  ],
  values: (l) => ({ supportHours: l.supportHours ?? '' }),
  schema: z.object({ supportHours: text('Support hours', 500).transform(orNull) }),
  isDone: (l) => l.supportHours !== null,
}

const roadMapLine = /^(Q[1-4] \d{4}):\s*(\S.*)$/

/** P23. */
export const roadMap: DraftSection = {
  slug: 'road-map',
  code: 'P23',
  title: 'Road map',
  needed: false,
  fields: () => [
    { name: 'roadMap', label: 'Road map', kind: 'area', hint: 'One step a line, like Q1 2027: Letters by email' },
  ],
  values: (l) => ({ roadMap: l.roadMap.map((step) => `${step.quarter}: ${step.title}`).join('\n') }),
  schema: z
    .object({ roadMap: lines('step', 40, 110) })
    .refine(({ roadMap: steps }) => steps.every((step) => roadMapLine.test(step)), {
      path: ['roadMap'],
      error: 'Begin each line with a quarter, like Q1 2027: Letters by email',
    })
    .transform(({ roadMap: steps }) => ({
      roadMap: steps.map((step) => {
        const [, quarter, title] = roadMapLine.exec(step)!
        return { quarter: quarter!, title: title!.slice(0, 100) }
      }),
    })),
  isDone: (l) => l.roadMap.length > 0,
}
