import { type Day, daysBetween } from '@/lib/platform/days'
import type { Switch } from '../switch'
import type { SwitchTimer } from '../timers/timer'
import { kindOf } from './late-rules'
import { nextAct } from './stage-rules'

export type Side = 'losing' | 'gaining'
export type Duty = { switchId: string; side: Side; what: string; dueOn: Day | null; daysLate: number }

const owners = { losing: 'Losing supplier', gaining: 'Gaining supplier' } as const
const signatories = { losing: 'losing-signatory', gaining: 'gaining-signatory' } as const

/** What a supplier owes in one switch: its own timers that are neither met nor standing still, and the next move where that is its own. */
export function dutiesOf(
  of: Pick<Switch, 'id' | 'machineVersion' | 'state' | 'stateBefore'>,
  sides: Side[],
  timers: SwitchTimer[],
  today: Day,
): Duty[] {
  const next = nextAct(of)
  return sides.flatMap((side) => {
    const timed = timers
      .filter(({ kind, state }) => kindOf(kind).owner === owners[side] && state !== 'met' && state !== 'stopped')
      .map(({ kind, dueOn }) => duty(of.id, side, kindOf(kind).title, dueOn, today))
    return next?.role === signatories[side] ? [...timed, duty(of.id, side, next.title, null, today)] : timed
  })
}

const duty = (switchId: string, side: Side, what: string, dueOn: Day | null, today: Day): Duty => {
  return { switchId, side, what, dueOn, daysLate: dueOn ? Math.max(0, daysBetween(dueOn, today)) : 0 }
}
