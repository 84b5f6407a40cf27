import 'server-only'
import { listEverybodyWith } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { writeLetters } from './write-letters'

/** Tells the authority's reviewers of a declaration that needs a person's eye; one that passed or failed by itself needs none. */
export async function tellDeclarationWaits(ctx: Context, event: StoredEvent): Promise<void> {
  if (event.to !== 'in-review') return
  await transaction(async (tx) =>
    writeLetters(tx, ctx, await listEverybodyWith(tx, 'reviewer', ctx.now), {
      kind: 'declarations',
      reason: String(event.id),
      subject: 'A supplier’s declaration waits for you',
      body: `Some of its answers neither pass nor fail by themselves.\n\n${env().publicUrl}/assurance/declarations/${event.about.id}`,
    }),
  )
}
