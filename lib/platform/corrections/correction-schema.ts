import { z } from 'zod'

const reason = z
  .string()
  .trim()
  .min(10, 'Give the reason in at least 10 characters')
  .max(500, 'The reason must be 500 characters or fewer')
const raw = z.record(z.string(), z.string())

/** `seen` is the fingerprint of the row as the form showed it; `raw` are the fields of its kind, checked by the kind. */
export const correctRowInput = z.object({ address: z.string().max(200), seen: z.string().max(64), reason, raw })
export const addRowInput = z.object({ reason, raw })
export const giveBackInput = z.object({ correctionId: z.uuid() })

export type CorrectRow = z.infer<typeof correctRowInput>
export type AddRow = z.infer<typeof addRowInput>
export type GiveBack = z.infer<typeof giveBackInput>

/** A form's own fields beside those of its kind. */
export const readRow = (form: FormData) => {
  const texts = Object.fromEntries([...form].flatMap(([name, v]) => (typeof v === 'string' ? [[name, v]] : [])))
  return { address: texts.address, seen: texts.seen, reason: texts.reason ?? '', raw: texts }
}
