import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import type { CallOff } from '../call-off'
import { belongsIn, isJointKind } from '../order-kind-rules'
import { moduleLines, type OrderLine, serviceLine } from '../order-line'
import { type OrderKind, orderKinds } from './order-form'
import type { OrderFacts, OrderService } from './order-section'

/** The services that an order of this kind may hold: those of the frozen listing that have a price. */
export const servicesOf = (kind: OrderKind, { services }: Pick<OrderFacts, 'services'>): OrderService[] =>
  services.filter((service) => belongsIn(service.kind, kind))

/**
 * What an order of this kind is of (T1, T7): the module as it was decided, with its services; or services alone, of which the
 * first stands in it until the buyer chooses. Refused where the listing prices none of the kind.
 */
export function linesOfKind(
  kind: OrderKind,
  order: Pick<CallOff, 'lines' | 'prices' | 'moduleName'>,
  facts: Pick<OrderFacts, 'services'>,
): Result<OrderLine[]> {
  const fitting = servicesOf(kind, facts)
  const held = order.lines.filter((line) => line.kind === 'service' && fitting.some(({ id }) => id === line.id))
  const modules = order.lines.filter((line) => line.kind === 'module')
  if (kind === 'module') return ok([...(modules.length > 0 ? modules : moduleLines(order, order.moduleName)), ...held])
  if (held.length > 0) return ok(isJointKind(kind) ? held.map((line) => ({ ...line, per: 'practice' })) : held)
  const [first] = fitting
  return first
    ? ok([serviceLine(first)])
    : invalidField(
        'kind',
        `The listing of ${order.moduleName} that was decided on prices no such service (${orderKinds[kind].toLowerCase()}), so it cannot be ordered`,
      )
}
