import { z } from 'zod'
import { parsePounds } from '@/lib/platform/money'
import { rails } from './invoice'

const moved = { id: z.uuid(), version: z.coerce.number().int().positive() }

export const moveInvoiceInput = z.object(moved)
export type MoveInvoiceInput = z.infer<typeof moveInvoiceInput>

export const releaseInvoiceInput = z.object({
  ...moved,
  rail: z.enum(rails, { error: 'Choose how the money goes' }),
})
export type ReleaseInvoiceInput = z.infer<typeof releaseInvoiceInput>

export const voidInvoiceInput = z.object({
  ...moved,
  reason: z
    .string()
    .trim()
    .min(10, 'Say in 10 characters or more why it is void')
    .max(500, 'Reason must be 500 characters or fewer'),
})
export type VoidInvoiceInput = z.infer<typeof voidInvoiceInput>

export type OwnLine = { key: string; quantity: bigint; netPence: bigint }
export type SubmitInvoiceInput = MoveInvoiceInput & {
  /** The gross pence that the person saw who accepts. */
  seenGross: string
  /** Lines of the supplier's own; undefined where the statement is accepted. */
  own?: { lines: OwnLine[]; vatPence: bigint }
}

/** What the form of own lines sends: `quantity/<key>` and `net/<key>` for each line, and `vat`. Money in pounds. */
export const submitInvoiceInput = z
  .looseObject({ ...moved, seenGross: z.string().default(''), mode: z.enum(['accept', 'own']).default('accept') })
  .transform((form, ctx): SubmitInvoiceInput => {
    const { id, version, seenGross, mode } = form
    if (mode === 'accept') return { id, version, seenGross }
    const pounds = (name: string) => {
      const pence = parsePounds(String(form[name] ?? '').trim() || '0')
      if (pence === undefined)
        ctx.addIssue({ code: 'custom', path: [name], message: 'Enter pounds and pence, like 1,200.00' })
      return pence ?? 0n
    }
    const count = (name: string) => {
      const typed = String(form[name] ?? '').trim() || '0'
      if (!/^\d{1,12}$/.test(typed)) ctx.addIssue({ code: 'custom', path: [name], message: 'Enter a whole number' })
      return /^\d{1,12}$/.test(typed) ? BigInt(typed) : 0n
    }
    const keys = Object.keys(form).flatMap((name) => (name.startsWith('net/') ? [name.slice(4)] : []))
    const lines = keys.map((key) => ({ key, quantity: count(`quantity/${key}`), netPence: pounds(`net/${key}`) }))
    return { id, version, seenGross, own: { lines, vatPence: pounds('vat') } }
  })
