import 'server-only'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import type { ModuleFacts } from '../facts'
import { isListed, isWithdrawn } from '../label-rules'
import { loadRefreshModules } from './load-refresh-modules'
import { addObligation } from './obligation-store'
import { effectOf, previewDays, type RefreshModule } from './preview-rules'

/** When a standard version was published: one obligation for each listed module version that must act (RF-03). Twice is no different. */
export async function createObligationsWhenPublished(ctx: Context, event: StoredEvent): Promise<void> {
  for await (const modules of loadRefreshModules(db))
    for (const module of modules) await createFor(ctx, module, event.about.id)
}

async function createFor(ctx: Context, { facts, supplierId }: RefreshModule, standardVersionId: string): Promise<void> {
  const version = facts.standards.flatMap((s) => s.versions).find((v) => v.id === standardVersionId)
  const days = version ? previewDays(version) : []
  if (!version || !days[0] || !isListed(facts, days[0]) || isWithdrawn(facts, days[0])) return
  const kind = effectOf(withoutVersion(facts, standardVersionId), facts, version, days)
  if (kind === 'unaffected') return
  const { moduleVersionId } = facts
  const id = newId()
  await transaction(async (tx) => {
    const obligation = { id, standardVersionId, moduleVersionId, supplierId, kind, createdAt: ctx.now }
    if (!(await addObligation(tx, obligation))) return
    await record(tx, ctx, {
      name: 'ObligationCreated',
      about: { type: 'Obligation', id },
      organisationId: supplierId,
      data: { standardVersionId, moduleVersionId, kind },
    })
  })
}

const withoutVersion = (facts: ModuleFacts, id: string): ModuleFacts => ({
  ...facts,
  standards: facts.standards.map((s) => ({ ...s, versions: s.versions.filter((v) => v.id !== id) })),
})
