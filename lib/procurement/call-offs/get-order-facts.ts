import 'server-only'
import { getFrozenText } from '@/lib/catalogue/get-frozen-text'
import { getOrganisation } from '@/lib/identity/get-organisation'
import { listPractices } from '@/lib/identity/list-practices'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/refusal'
import { readSettings } from '@/lib/settings/read-settings'
import type { CallOff } from './call-off'
import type { OrderFacts } from './form/order-section'

/** What the sections of an order form must know; `codes` are those of practices that were typed. */
export async function getOrderFacts(
  tx: Tx,
  ctx: Context,
  callOff: Pick<CallOff, 'listingVersionId' | 'payerId' | 'sites'>,
  codes: string[] = [],
): Promise<Result<OrderFacts>> {
  const settings = await readSettings(tx, ctx, callOff.payerId, ['longest-term'])
  if (!settings.ok) return settings
  const today = dayOf(ctx.now)
  const text = await getFrozenText(tx, callOff.listingVersionId)
  const known = await listPractices(tx, { ids: callOff.sites.map(({ practiceId }) => practiceId) }, today)
  return ok({
    today,
    longestTerm: settings.value.count('longest-term'),
    contacts: (text?.supplier?.contacts ?? []).flatMap(({ name, email, phone }) =>
      email ? [{ name, email, phone: phone ?? '' }] : [],
    ),
    services: (text?.services ?? []).flatMap(({ name, price }, i) => (price ? [{ id: `s${i}`, name, price }] : [])),
    scheduleSha256: sha256Hex(canonicalJson(text?.dataProcessing ?? null)),
    practices: Object.fromEntries(known.map((practice) => [practice.id, practice])),
    found: codes.length > 0 ? await findTyped(tx, callOff.payerId, codes, today) : {},
  })
}

async function findTyped(tx: Tx, payerId: string, codes: string[], today: string) {
  const payer = await getOrganisation(tx, payerId)
  if (!payer?.code) return {}
  const found = await listPractices(tx, { codes: codes.slice(0, 1_000), partOfCode: payer.code }, today)
  return Object.fromEntries(found.map((practice) => [practice.code, practice]))
}
