import type { ServiceKind } from '@/lib/catalogue/listing'
import type { Terms } from './call-off'
import type { OrderKind } from './form/order-form'
import type { OrderSite } from './order-site'

type Ordered = Pick<Terms, 'form' | 'lines'>
type Marked = Pick<OrderSite, 'continues'>

/** What is ordered; a module where nobody has said otherwise. */
export const kindOf = ({ form }: Pick<Terms, 'form'>): OrderKind => form.type?.kind ?? 'module'

/** A merger and a split concern two practices or more, of which one is marked (T5). */
export const isJointKind = (kind: OrderKind): kind is 'merger' | 'split' => kind === 'merger' || kind === 'split'

/** Services alone are ordered. An order from before kinds had lines of their own may name one and hold the module all the same. */
export const isServiceOrder = (order: Ordered): boolean =>
  kindOf(order) !== 'module' && order.lines.every(({ kind }) => kind === 'service')

/** One piece of work on several practices: done on one day, at the marked one. */
export const isJointWork = (order: Ordered): boolean => isServiceOrder(order) && isJointKind(kindOf(order))

/** Whether a service of a listing belongs in an order of this kind: a merger and a split are ordered by themselves (T1, T7). */
export const belongsIn = (service: ServiceKind | null | undefined, kind: OrderKind): boolean =>
  isJointKind(kind) ? service === kind : service !== 'merger' && service !== 'split'

/** What the marked practice does. */
export const markWords = { merger: 'goes on', split: 'is split' } as const

/** What a list calls the mark of a practice; undefined where it has none. */
export function markOf(order: Pick<Terms, 'form'>, { continues }: Marked): string | undefined {
  const kind = kindOf(order)
  return continues && isJointKind(kind) ? markWords[kind] : undefined
}

/**
 * T5: why these practices cannot be merged, or one of them split, in words; undefined where they can or nothing of the kind is
 * ordered.
 */
export function jointProblem(order: Pick<Terms, 'form'>, sites: Marked[]): string | undefined {
  const kind = kindOf(order)
  if (!isJointKind(kind)) return undefined
  const marked = sites.filter((site) => site.continues).length
  if (sites.length < 2)
    return kind === 'merger'
      ? 'A merger needs two practices or more'
      : 'A split needs two practices or more: the one that is split, and what comes out of it'
  if (marked === 0) return `Say which of the practices ${markWords[kind]}`
  return marked > 1 ? `Only one of the practices ${markWords[kind]}` : undefined
}
