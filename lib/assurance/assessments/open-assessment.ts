import 'server-only'
import type { CapabilityClaim } from '@/lib/catalogue/listing'
import { readVersionIds } from '@/lib/catalogue/read-claims'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { wasListed } from '../decisions/decision-store'
import type { Assessment } from './assessment'
import { answersOf, kindOf } from './assessment-rules'
import {
  addAssessment,
  addClaims,
  findClaims,
  findOpenAssessment,
  moveAssessment,
  saveAnswers,
} from './assessment-store'

type Version = { id: string; moduleId: string; supplierId: string }

/**
 * Opens the assessment of what a module version claims and nobody has decided: every claim of a version never listed, else
 * the new ones. Joins the open one while it is still with the supplier. Where nothing is new, nothing happens.
 */
export async function openAssessment(tx: Tx, ctx: Context, version: Version, claims: CapabilityClaim[]): Promise<void> {
  const ids = claims.map((claim) => claim.id)
  const claimed = await findClaims(tx, version.id)
  const fresh = ids.filter((id) => !claimed.includes(id))
  const { thisVersion, earlierVersion } = await wasListed(tx, version.id, await readVersionIds(tx, version.moduleId))
  const open = await findOpenAssessment(tx, version.id)
  const wanted = thisVersion ? fresh : ids
  const missing = wanted.filter((id) => !open?.capabilityIds.includes(id))
  if (wanted.length === 0 || (open && (open.state !== 'declared' || missing.length === 0))) return
  await addClaims(tx, version.id, ids, newId, ctx.now)
  const answers = answersOf(claims.filter((claim) => wanted.includes(claim.id)))
  if (open) {
    const capabilityIds = [...open.capabilityIds, ...missing].toSorted()
    await moveAssessment(tx, open, open.version, ctx.now, { state: open.state, capabilityIds })
    await saveAnswers(tx, open.id, answers, ctx.now)
    return
  }
  const kind = kindOf(!thisVersion, earlierVersion)
  const id = await startAssessment(tx, ctx, version, { kind, capabilityIds: wanted.toSorted() })
  if (id) await saveAnswers(tx, id, answers, ctx.now)
}

type Started = Pick<Assessment, 'kind' | 'capabilityIds'> & { data?: Record<string, unknown> }
/** The new assessment's id, with its event; undefined where one of the module version is open already. */
export async function startAssessment(
  tx: Tx,
  ctx: Context,
  version: Omit<Version, 'moduleId'>,
  { kind, capabilityIds, data = {} }: Started,
): Promise<string | undefined> {
  const id = newId()
  const added = await addAssessment(tx, {
    id,
    moduleVersionId: version.id,
    supplierId: version.supplierId,
    kind,
    capabilityIds,
    state: 'declared',
    returnReason: null,
    openedAt: ctx.now,
    movedAt: ctx.now,
    version: 1,
  })
  if (!added) return undefined
  await record(tx, ctx, {
    name: 'AssessmentOpened',
    about: { type: 'Assessment', id },
    to: 'declared',
    organisationId: version.supplierId,
    data: { moduleVersionId: version.id, capabilityIds, ...data },
  })
  return id
}
