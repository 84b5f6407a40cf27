import type { Contract } from '@/lib/contracts/contract'
import type { Actor } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'
import type { SwitchView } from '@/lib/switching/get-switch'
import type { Candidate } from '@/lib/switching/list-candidates'
import type { People } from '@/lib/switching/switch-policy'
import { FactForms } from './fact-forms'
import type { FullActions } from './full/full-actions'
import { FullSwitch } from './full/full-switch'
import { MoveForms } from './move-forms'
import { SignForms } from './sign-forms'
import type { SwitchActions } from './switch-actions'

type Props = {
  actor: Actor
  view: SwitchView
  people: People
  contracts: Contract[]
  candidates: Candidate[]
  today: Day
  actions: SwitchActions
  fullActions: FullActions
}

/** Everything that this reader can do to a switch as it stands, and the records that go with it. */
export function SwitchForms({ fullActions, candidates, ...rest }: Props) {
  return (
    <>
      <SignForms {...rest} />
      <MoveForms {...rest} />
      <FactForms {...rest} candidates={candidates} />
      <FullSwitch {...rest} actions={fullActions} />
    </>
  )
}
