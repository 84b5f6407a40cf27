import type { FormAction } from '@/lib/platform/form-state'
import type { FullView } from '@/lib/switching/get-full-view'
import type { SwitchView } from '@/lib/switching/get-switch'
import type { People } from '@/lib/switching/switch-policy'

/** The server actions of a switch of machine version 2; the page hands them in. */
export type FullActions = Record<
  | 'state'
  | 'move'
  | 'hold'
  | 'remediate'
  | 'askCancel'
  | 'bind'
  | 'assess'
  | 'addOwnHazard'
  | 'plan'
  | 'addToList'
  | 'told'
  | 'takeOff'
  | 'prove'
  | 'slip'
  | 'typedIn'
  | 'found'
  | 'voidOne'
  | 'publish'
  | 'reserve'
  | 'release'
  | 'part',
  FormAction
>

export type FullProps = { view: SwitchView; full: FullView; people: People }
