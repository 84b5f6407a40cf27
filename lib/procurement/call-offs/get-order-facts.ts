import 'server-only'
import { getFrozenText } from '@/lib/catalogue/get-frozen-text'
import { listApprovers } from '@/lib/funding/list-approvers'
import { listYearsLeft } from '@/lib/funding/list-years-left'
import { getCommissionerOf, getOrganisation } from '@/lib/identity/get-organisation'
import { listPractices } from '@/lib/identity/list-practices'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/refusal'
import { readSettings } from '@/lib/settings/read-settings'
import type { CallOff } from './call-off'
import type { OrderFacts } from './form/order-section'
import { paysItself } from './form/own-means-rules'

/** What the sections of an order form must know; `codes` are those of practices that were typed. */
export async function getOrderFacts(
  tx: Tx,
  ctx: Context,
  callOff: Pick<CallOff, 'listingVersionId' | 'practiceId' | 'payerId' | 'sites'>,
  codes: string[] = [],
): Promise<Result<OrderFacts>> {
  const settings = await readSettings(tx, ctx, callOff.payerId, ['longest-term'])
  if (!settings.ok) return settings
  const today = dayOf(ctx.now)
  const text = await getFrozenText(tx, callOff.listingVersionId)
  const known = await listPractices(tx, { ids: callOff.sites.map(({ practiceId }) => practiceId) }, today)
  const commissioner = await commissionerOf(tx, callOff)
  return ok({
    today,
    longestTerm: settings.value.count('longest-term'),
    contacts: (text?.supplier?.contacts ?? []).flatMap(({ name, email, phone }) =>
      email ? [{ name, email, phone: phone ?? '' }] : [],
    ),
    services: (text?.services ?? []).flatMap(({ name, price, kind }, i) =>
      price ? [{ id: `s${i}`, name, price, kind }] : [],
    ),
    scheduleSha256: sha256Hex(canonicalJson(text?.dataProcessing ?? null)),
    commissioner: commissioner ? { id: commissioner.id, name: commissioner.name } : null,
    ownMeans: {
      years: await listYearsLeft(tx, callOff.practiceId, 'LOCAL'),
      approvers: await listApprovers(tx, ctx, callOff.practiceId),
    },
    askerId: ctx.actor.userId,
    practices: Object.fromEntries(known.map((practice) => [practice.id, practice])),
    found: codes.length > 0 ? await findTyped(tx, commissioner?.code, codes, today) : {},
  })
}

/** The commissioner of the order, also while the practice pays itself. */
async function commissionerOf(tx: Tx, order: Pick<CallOff, 'practiceId' | 'payerId' | 'sites'>) {
  if (!paysItself(order)) return getOrganisation(tx, order.payerId)
  const practice = await getOrganisation(tx, order.practiceId)
  return practice && getCommissionerOf(tx, practice)
}

async function findTyped(tx: Tx, partOfCode: string | null | undefined, codes: string[], today: string) {
  if (!partOfCode) return {}
  const found = await listPractices(tx, { codes: codes.slice(0, 1_000), partOfCode }, today)
  return Object.fromEntries(found.map((practice) => [practice.code, practice]))
}
