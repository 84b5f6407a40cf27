import { z } from 'zod'
import { savedTexts } from '../saved-texts-schema'
import type { Exclusion } from '../shortlist'
import { exclusionInput } from '../shortlist-schema'

const texts = z.object({ ...savedTexts, filterId: z.uuid() })

/** What the form sends: the texts, `seen` for each module on the page, and `code-<id>` with `text-<id>` for each that is left out. */
export const shortlistFromFilterInput = z
  .record(z.string(), z.unknown())
  .transform((form, ctx): ShortlistFromFilter | typeof z.NEVER => {
    const read = texts.safeParse(form)
    for (const issue of read.error?.issues ?? []) ctx.addIssue({ ...issue, code: 'custom', message: issue.message })
    const exclusions: ShortlistFromFilter['exclusions'] = {}
    for (const [field, code] of Object.entries(form)) {
      if (!field.startsWith('code-') || code === '') continue
      const id = field.slice('code-'.length)
      const reason = exclusionInput.safeParse({ code, text: String(form[`text-${id}`] ?? '') })
      if (reason.success) exclusions[id] = reason.data
      for (const issue of reason.error?.issues ?? [])
        ctx.addIssue({ code: 'custom', path: [`${String(issue.path[0])}-${id}`], message: issue.message })
    }
    const seen = String(form.seen ?? '')
      .split(',')
      .filter((id) => id !== '')
    return read.success ? { ...read.data, seen, exclusions } : z.NEVER
  })

export type ShortlistFromFilter = z.infer<typeof texts> & {
  seen: string[]
  exclusions: Record<string, Pick<Exclusion, 'code' | 'text'>>
}
