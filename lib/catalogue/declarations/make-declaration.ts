import 'server-only'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { DeclarationState } from './declaration'
import { mayDeclare, mayReadDeclarations } from './declaration-policy'
import { questionSet, questions } from './declaration-questions'
import { assess, lastValidDay } from './declaration-rules'
import type { MakeDeclaration } from './declaration-schema'
import { addDeclaration, findDeclarations, lockSupplier } from './declaration-store'

const states = { pass: 'passed', review: 'in-review', fail: 'failed' } as const

/** Makes a supplier's declaration: a dated snapshot of what was asked and answered, its hash, and what follows from it (SUP-3). */
export function makeDeclaration(
  ctx: Context,
  input: MakeDeclaration,
): Promise<Result<{ id: string; state: DeclarationState }>> {
  return transaction(async (tx) => {
    if (!mayReadDeclarations(ctx.actor, input.supplierId)) return refuse({ kind: 'not-found' })
    const decision = mayDeclare(ctx.actor, input.supplierId)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    await lockSupplier(tx, input.supplierId)
    const waits = (await findDeclarations(tx, [input.supplierId])).some((d) => d.state === 'in-review')
    if (waits)
      return refuse({ kind: 'conflict', because: 'A declaration is with the authority already: wait for its answer' })
    return ok(await declareWithin(tx, ctx, input))
  })
}

/** The same within a transaction of the caller, who has asked the policy: for the demonstration and for tests. */
export async function declareWithin(tx: Tx, ctx: Context, { supplierId, answers: raw }: MakeDeclaration) {
  const declaredOn = dayOf(ctx.now)
  const { outcome, answers } = assess(questions, raw, declaredOn)
  const [id, state] = [newId(), states[outcome]]
  await addDeclaration(tx, {
    id,
    supplierId,
    state,
    questionSet,
    answers,
    sha256: sha256Hex(canonicalJson({ supplierId, declaredOn, questionSet, answers })),
    declaredOn,
    validUntil: lastValidDay(declaredOn),
    declaredAt: ctx.now,
    declaredById: ctx.actor.userId,
  })
  await record(tx, ctx, {
    name: 'DeclarationMade',
    about: { type: 'SupplierDeclaration', id },
    to: state,
    organisationId: supplierId,
    data: { supplierId, outcome },
  })
  return { id, state }
}
