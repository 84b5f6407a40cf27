import { z } from 'zod'
import { isDay } from '@/lib/platform/days'
import { parsePounds } from '@/lib/platform/money'
import { freeText, moveInput, sha256 } from '../switch-schema'
import type { FactField, FactValue } from './fact'
import { definitionOf, type FactKind, isFactKind } from './fact-kinds'

const wholeNumber = 'Enter a whole number'

/** What a field takes from a form or a script, as it is kept. */
function schemaOf(field: FactField): z.ZodType<string | number> {
  switch (field.type) {
    case 'day':
      return z.string('Enter a date').refine(isDay, 'Enter a real date')
    case 'time':
      return z.string('Enter a time').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time such as 15:00')
    case 'count':
      return z
        .union(
          [
            z.number(),
            z
              .string()
              .trim()
              .regex(/^\d{1,7}$/, wholeNumber)
              .transform(Number),
          ],
          wholeNumber,
        )
        .refine((n) => Number.isInteger(n) && n >= 0 && n < 10_000_000, wholeNumber)
    case 'pounds':
      return z.string('Enter an amount in pounds').transform((text, ctx) => {
        const pence = parsePounds(text)
        if (pence !== undefined && pence < 100_000_000_00n) return Number(pence)
        ctx.addIssue({ code: 'custom', message: 'Enter an amount in pounds, such as 2,928.00' })
        return z.NEVER
      })
    case 'sha256':
      return sha256
    case 'id':
      return z.uuid('Choose a saved comparison')
    case 'choice':
      return z.enum(Object.keys(field.options) as [string, ...string[]], 'Choose one')
    case 'text':
      return freeText.refine((text) => text.length > 0, 'Write something')
  }
}

/** The value of a kind, field by field; a field that is none of the kind's is refused. */
export function valueSchemaOf(kind: FactKind): z.ZodType<FactValue> {
  const fields = Object.entries(definitionOf(kind).fields)
  return z.strictObject(Object.fromEntries(fields.map(([name, field]) => [name, schemaOf(field)])))
}

const named = moveInput.extend({
  kind: z.custom<FactKind>((value) => typeof value === 'string' && isFactKind(value), 'Choose what you state'),
  item: z
    .string()
    .trim()
    .max(30, 'Use at most 30 characters')
    .regex(/^[A-Za-z0-9-]*$/, 'Use letters, digits and hyphens')
    .default(''),
})
export type StateFactInput = z.infer<typeof named> & { value: FactValue }

/** The form: the fields of the kind stand beside id, version, kind and item. */
export const stateFactForm = z.unknown().transform((raw, ctx): StateFactInput => {
  const { id, version, kind, item, ...fields } = raw as Record<string, unknown>
  const head = named.safeParse({ id, version, kind, item })
  const asked = Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('$')))
  const value = typeof kind === 'string' && isFactKind(kind) ? valueSchemaOf(kind).safeParse(asked) : undefined
  for (const issue of [...(head.error?.issues ?? []), ...(value?.error?.issues ?? [])])
    ctx.addIssue({ code: 'custom', path: issue.path as string[], message: issue.message })
  if (head.success && definitionOf(head.data.kind).item && head.data.item === '')
    ctx.addIssue({ code: 'custom', path: ['item'], message: 'Give it a number' })
  return head.success && value?.success ? { ...head.data, value: value.data } : z.NEVER
})
