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

const link = text('Link', 1000)
  .transform(orNull)
  .pipe(z.url({ protocol: /^https$/, error: 'Enter a link that begins with https://' }).nullable())
const httpsHint = 'Begins with https://, up to 1,000 characters'

/** P10. */
export const description: DraftSection = {
  slug: 'description',
  code: 'P10',
  title: 'Description',
  needed: 'always',
  fields: (_, names) => [
    { name: 'name', label: 'Name', kind: 'text', max: 255, hint: 'Up to 255 characters' },
    { name: 'summary', label: 'Summary', kind: 'area', max: 350, hint: 'Up to 350 characters' },
    { name: 'description', label: 'Full description', kind: 'area', max: 3000, hint: 'Up to 3,000 characters' },
    { name: 'link', label: 'Link to your own page', kind: 'text', max: 1000, hint: httpsHint },
    { name: 'accessibility', label: 'Link to your accessibility statement', kind: 'text', max: 1000, hint: httpsHint },
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
    accessibility: l.accessibility ?? '',
    pilot: l.pilot ? 'yes' : '',
    frameworkIds: l.frameworkIds,
  }),
  schema: z.object({
    name: text('Name', 255),
    summary: text('Summary', 350),
    description: text('Full description', 3000),
    link,
    accessibility: link.transform((address) => address ?? undefined),
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
  needed: 'never',
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
  needed: 'never',
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
