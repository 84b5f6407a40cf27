import 'server-only'
import type { Context } from '@/lib/platform/context'
import { fromZod } from '@/lib/platform/form-state'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changeDraft } from './change-draft'
import type { Raw } from './draft-section'
import { findDraftNames } from './find-draft-names'
import type { ListingDraft } from './listing-draft'
import { sectionOf } from './listing-draft-journey'
import { mayEditDraft } from './listing-draft-policy'
import type { DraftMove } from './listing-draft-schema'

export type SaveSection = DraftMove & { section: string; raw: Raw }

/** Saves one section of a draft. What could not be published is refused; gaps may stay until it is submitted. */
export function saveSection(ctx: Context, { section: slug, raw, ...move }: SaveSection): Promise<Result<ListingDraft>> {
  return transaction(async (tx) =>
    changeDraft(tx, ctx, move, {
      command: 'save-section',
      may: mayEditDraft,
      data: { section: slug },
      change: async (draft) => {
        const section = sectionOf(slug)
        if (!section) return refuse({ kind: 'not-found' })
        const read = section.schema.safeParse(raw)
        if (!read.success) return refuse(fromZod(read.error))
        const content = { ...draft.content, ...read.data }
        const fields = section.faults?.(content, draft.content, await findDraftNames(tx, { ...draft, content })) ?? {}
        if (Object.keys(fields).length > 0) return refuse({ kind: 'invalid', fields })
        return ok({ content })
      },
    }),
  )
}
