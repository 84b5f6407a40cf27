import 'server-only'
import { organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { type Day, dayFromDate, dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { isId } from '@/lib/platform/ids'
import { findSuppliers } from '../drafts/own-module-store'
import type { Declaration, DeclarationStanding } from './declaration'
import { mayDecideDeclaration, mayDeclare, mayReadDeclarations } from './declaration-policy'
import { declarationStanding } from './declaration-rules'
import { findDeclaration, findDeclarations, findWaitingDeclarations } from './declaration-store'

/** What a supplier's declarations say today: asked by every act that needs a valid one, in its own transaction. */
export async function readDeclarationStanding(tx: Tx, supplierId: string, today: Day): Promise<DeclarationStanding> {
  return declarationStanding(await findDeclarations(tx, [supplierId]), today)
}

/** What each of these suppliers declared that counted on a day; null where nothing did. The caller has its own right to ask. */
export async function readDeclarationsOn(tx: Tx, supplierIds: string[], day: Day): Promise<(Declaration | null)[]> {
  const all = (await findDeclarations(tx, supplierIds)).filter(({ declaredOn }) => declaredOn <= day)
  return supplierIds.map((supplierId) => {
    const own = all.filter((declaration) => declaration.supplierId === supplierId)
    const standing = declarationStanding(own, day)
    return standing.kind === 'valid' ? standing.declaration : null
  })
}

/** One declaration, for letters of the portal itself, so no actor is asked. */
export const readDeclaration = findDeclaration

export type DeclarationHome = {
  supplierId: string
  brand: string
  standing: DeclarationStanding
  declarations: Declaration[]
  mayDeclare: Decision
}

/** The declarations of the actor's own suppliers; undefined to those who write for none. */
export async function getDeclarationHomes(ctx: Context): Promise<DeclarationHome[] | undefined> {
  const ids = organisationsOf(ctx.actor, 'supplier-editor', 'supplier-signatory')
  if (ids.length === 0) return undefined
  const [suppliers, all] = await Promise.all([findSuppliers(db, ids), findDeclarations(db, ids)])
  return suppliers.map(({ organisationId, brand }) => {
    const declarations = all.filter((declaration) => declaration.supplierId === organisationId)
    return {
      supplierId: organisationId,
      brand,
      standing: declarationStanding(declarations, dayOf(ctx.now)),
      declarations,
      mayDeclare: mayDeclare(ctx.actor, organisationId),
    }
  })
}

export type DeclarationView = Declaration & { brand: string; mayDecide: Decision }

/** One declaration, for its supplier and the authority's reviewers. */
export async function getDeclaration(ctx: Context, id: string): Promise<DeclarationView | undefined> {
  const declaration = isId(id) ? await findDeclaration(db, id) : undefined
  if (!declaration || !mayReadDeclarations(ctx.actor, declaration.supplierId)) return undefined
  const [supplier] = await findSuppliers(db, [declaration.supplierId])
  return {
    ...declaration,
    brand: supplier!.brand,
    mayDecide: mayDecideDeclaration(ctx.actor, declaration.supplierId),
  }
}

export type WaitingDeclaration = { id: string; brand: string; declaredOn: Day }

/** Declarations that wait for the authority; undefined to those who do not review. */
export async function listWaitingDeclarations(ctx: Context): Promise<WaitingDeclaration[] | undefined> {
  if (organisationsOf(ctx.actor, 'reviewer').length === 0) return undefined
  const rows = await findWaitingDeclarations(db)
  return rows.map(({ id, declaredOn, supplier }) => ({
    id,
    brand: supplier.brand,
    declaredOn: dayFromDate(declaredOn),
  }))
}
