import { z } from 'zod'
import { weekdays } from '@/lib/catalogue/service-levels'
import { isDay } from '@/lib/platform/days'
import { entryReasonInput, exclusionsOfForm, formWithExclusions, reasonText } from '../projects/project-schema'
import type { Criteria, Element, Feature } from './competition'
import { qualityOfForm } from './quality-schema'

const most = 1_100
const long = (what: string) => z.string().trim().max(most, `${what} must be 1,100 characters or fewer`).default('')
const weight = z
  .string()
  .trim()
  .default('')
  .transform((text) => (text === '' ? 0 : Number(text)))
const base = { projectId: z.uuid(), version: z.coerce.number().int() }

/** The form of what counts (COM-3): an element takes part where it has a weight; then it must say something. */
export const criteriaInput = z
  .looseObject({
    ...base,
    priceWeight: z.coerce.number({ error: 'Enter the weight of the price' }).int('Enter whole percent'),
    'weight-features': weight,
    musts: z.string().default(''),
    eachMusts: z.string().default(''),
    shoulds: z.string().default(''),
    'weight-implementation': weight,
    implementation: long('Implementation'),
    'weight-interoperability': weight,
    types: z.array(z.string().max(80)).max(60).default([]),
    'weight-service-levels': weight,
    from: z.string().default(''),
    until: z.string().default(''),
    days: z.array(z.enum(weekdays)).default([]),
    bankHolidays: z.string().default(''),
  })
  .transform((form, ctx) => {
    const { projectId, version, priceWeight } = form
    const needs = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
    const elements: Element[] = []
    if (form['weight-features'] !== 0) {
      const features = [
        ...featuresOf(form.musts, 'must'),
        ...featuresOf(form.eachMusts, 'must', true),
        ...featuresOf(form.shoulds, 'should'),
      ]
      if (features.length === 0) needs('musts', 'Name the features that count, one a line')
      if (features.some(({ text }) => text.length > most)) needs('musts', 'A feature must be 1,100 characters or fewer')
      if (features.length > 30) needs('musts', 'Name at most 30 features')
      elements.push({ kind: 'features', weight: form['weight-features'], features })
    }
    if (form['weight-implementation'] !== 0) {
      if (form.implementation === '') needs('implementation', 'Say what you ask of the implementation')
      elements.push({ kind: 'implementation', weight: form['weight-implementation'], text: form.implementation })
    }
    if (form['weight-interoperability'] !== 0) {
      if (form.types.length === 0) needs('types', 'Choose the integrations that count')
      elements.push({ kind: 'interoperability', weight: form['weight-interoperability'], types: form.types })
    }
    if (form['weight-service-levels'] !== 0) {
      const { from, until, days } = form
      const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
      if (!isTime(from)) needs('from', 'Enter the time from which help is needed, such as 08:00')
      if (!isTime(until) || until <= from) needs('until', 'Enter a later time, such as 18:30')
      if (days.length === 0) needs('days', 'Choose the days on which help is needed')
      const bankHolidays = form.bankHolidays === 'yes'
      elements.push({ kind: 'service-levels', weight: form['weight-service-levels'], from, until, days, bankHolidays })
    }
    for (const { kind, weight } of elements)
      if (!Number.isInteger(weight)) needs(`weight-${kind}`, 'Enter whole percent')
    const quality = qualityOfForm(
      form,
      elements.map(({ kind }) => kind),
      needs,
    )
    return { projectId, version, priceWeight, elements, quality }
  })
export type CriteriaInput = Pick<z.output<typeof criteriaInput>, 'projectId' | 'version'> & Criteria

const featuresOf = (text: string, level: Feature['level'], each?: true): Feature[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, i) => ({ id: `${each ? 'each' : level}-${i + 1}`, text: line, level, ...(each ? { each } : {}) }))

const openInput = z.object({
  ...base,
  deadline: z.string().refine(isDay, 'Enter the last day for offers as a date'),
  entrants: z.array(z.uuid()).default([]),
  exclusions: z.record(z.string(), entryReasonInput),
})
export type OpenInput = z.infer<typeof openInput>
export const openForm = formWithExclusions(openInput)
export { exclusionsOfForm }

const offerBase = { competitionId: z.uuid(), entryId: z.uuid(), number: z.coerce.number().int().min(0) }
export const offerInput = z
  .looseObject({ ...offerBase, validUntil: z.string().refine(isDay, 'Enter the last day of the offer as a date') })
  .transform(({ competitionId, entryId, number, validUntil, ...rest }) => ({
    competitionId,
    entryId,
    number,
    validUntil,
    typed: Object.fromEntries(
      Object.entries(rest).filter(
        (entry): entry is [string, string] => entry[0].startsWith('price-') && typeof entry[1] === 'string',
      ),
    ),
  }))
export type OfferInput = z.output<typeof offerInput>
export const withdrawInput = z.object(offerBase)
export type WithdrawInput = z.infer<typeof withdrawInput>

export const inviteInput = z.object({ competitionId: z.uuid(), personId: z.uuid('Choose somebody') })
export const releaseInput = z.object({ competitionId: z.uuid(), evaluatorId: z.uuid(), reason: reasonText })
export const interestsInput = z.object({
  competitionId: z.uuid(),
  conflict: z.enum(['yes', 'no'], 'Say whether you have a conflict of interests'),
  statement: z
    .string()
    .trim()
    .min(1, 'Say which interests you have, or that you have none')
    .max(1_000, 'Use 1,000 characters or fewer'),
})

const scoreInput = z.object({
  value: z.coerce.number().int(),
  reason: z.string().trim().min(1, 'Give the reason').max(1_000, 'Reason must be 1,000 characters or fewer'),
})
const scoresInput = z.object({
  competitionId: z.uuid(),
  entryId: z.uuid(),
  sheet: z.enum(['own', 'agreed']),
  /** How many scores of the sheet's entry the person saw: two who agree at once do not overwrite each other. */
  seen: z.coerce.number().int().min(0),
  scores: z.record(z.string(), scoreInput),
})
export type ScoresInput = z.infer<typeof scoresInput>

/** The form of one entry: `value-<criterion>` and `reason-<criterion>`; what was left open is not a score yet. */
export const scoresForm = z.record(z.string(), z.unknown()).transform((form, ctx): ScoresInput | typeof z.NEVER => {
  const said = (name: string) => (typeof form[name] === 'string' ? (form[name] as string).trim() : '')
  const ids = Object.keys(form).flatMap((name) => (name.startsWith('reason-') ? [name.slice(7)] : []))
  const given = ids.filter((id) => said(`value-${id}`) !== '' || said(`reason-${id}`) !== '')
  for (const id of given)
    if (said(`value-${id}`) === '')
      ctx.addIssue({ code: 'custom', path: [`value-${id}`], message: 'Choose a score, or empty the reason' })
  const scores = Object.fromEntries(
    given.map((id) => [id, { value: said(`value-${id}`), reason: said(`reason-${id}`) }]),
  )
  const read = scoresInput.safeParse({ ...form, scores })
  if (read.success) return read.data
  for (const { path, message } of read.error.issues)
    ctx.addIssue({
      code: 'custom',
      path: path[0] === 'scores' ? [`${String(path[2])}-${String(path[1])}`] : path,
      message,
    })
  return z.NEVER
})

export const closeScoringInput = z.object(base)
export type CloseScoringInput = z.infer<typeof closeScoringInput>
const winners = /^(none|[0-9a-f-]{36}( [0-9a-f-]{36}){0,7})$/
export const awardInput = z.object({
  ...base,
  /** One entry, those of a set with spaces between, or none. */
  winnerId: z.string({ error: 'Choose the winner' }).regex(winners, 'Choose the winner'),
  reason: reasonText,
})
export type AwardInput = z.infer<typeof awardInput>
