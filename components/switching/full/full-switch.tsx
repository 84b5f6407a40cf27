import type { Contract } from '@/lib/contracts/contract'
import type { Actor } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'
import type { SwitchView } from '@/lib/switching/get-switch'
import type { People } from '@/lib/switching/switch-policy'
import type { FullActions } from './full-actions'
import { FullMoves } from './full-moves'
import { FullSections } from './full-sections'
import { StateForms } from './state-forms'
import { WayBack } from './way-back'

type Props = {
  actor: Actor
  view: SwitchView
  people: People
  contracts: Contract[]
  today: Day
  actions: FullActions
}

/** What a switch of machine version 2 has beside the first stage; nothing for a switch of that stage. */
export function FullSwitch({ view, ...rest }: Props) {
  const { full } = view
  if (!full) return null
  const props = { ...rest, view, full }
  return (
    <>
      <FullMoves {...props} />
      <WayBack state={view.state} full={full} />
      <StateForms {...props} />
      <FullSections {...props} />
    </>
  )
}
