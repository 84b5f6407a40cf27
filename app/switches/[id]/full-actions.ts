'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'
import { bindContract } from '@/lib/switching/bind-contract'
import { askToCancel } from '@/lib/switching/cancel-switch'
import { publishCapacityForm, reserveCapacityInput } from '@/lib/switching/capacity/capacity-schema'
import { publishCapacity } from '@/lib/switching/capacity/publish-capacity'
import { releaseCapacity, reserveCapacity } from '@/lib/switching/capacity/reserve-capacity'
import { stateFactForm } from '@/lib/switching/facts/fact-schema'
import { stateFact } from '@/lib/switching/facts/state-fact'
import { addHazard, assessHazard } from '@/lib/switching/hazards/assess-hazard'
import { addHazardInput, assessHazardInput } from '@/lib/switching/hazards/hazard-schema'
import { holdSwitch } from '@/lib/switching/hold-switch'
import { moveSwitch } from '@/lib/switching/move-switch'
import { openPart } from '@/lib/switching/parts/open-part'
import { addService, planService, tellThirdParty } from '@/lib/switching/radar/plan-service'
import { proveService, takeOffService } from '@/lib/switching/radar/prove-service'
import * as radar from '@/lib/switching/radar/radar-schema'
import { enterSlip, logSlip, matchSlips, voidSlip } from '@/lib/switching/re-entry/log-slips'
import * as slips from '@/lib/switching/re-entry/slip-schema'
import { startRemediation } from '@/lib/switching/start-remediation'
import * as schema from '@/lib/switching/switch-schema'
import { act } from './act'

export async function state(_: FormState, form: FormData): Promise<FormState> {
  return act(stateFactForm, stateFact, form, 'stated')
}
export async function move(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.moveSwitchInput, moveSwitch, form, 'moved')
}
export async function hold(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.reasonInput, holdSwitch, form, 'held')
}
export async function remediate(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.reasonInput, startRemediation, form, 'remediation')
}
export async function askCancel(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.reasonInput, askToCancel, form, 'cancel-asked')
}
export async function bind(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.bindContractInput, bindContract, form, 'bound')
}
export async function assess(_: FormState, form: FormData): Promise<FormState> {
  return act(assessHazardInput, assessHazard, form, 'assessed')
}
export async function addOwnHazard(_: FormState, form: FormData): Promise<FormState> {
  return act(addHazardInput, addHazard, form, 'hazard')
}
export async function plan(_: FormState, form: FormData): Promise<FormState> {
  return act(radar.planServiceInput, planService, form, 'planned')
}
export async function addToList(_: FormState, form: FormData): Promise<FormState> {
  return act(radar.addServiceInput, addService, form, 'service')
}
export async function told(_: FormState, form: FormData): Promise<FormState> {
  return act(radar.tellThirdPartyInput, tellThirdParty, form, 'told')
}
export async function takeOff(_: FormState, form: FormData): Promise<FormState> {
  return act(radar.proveServiceInput, takeOffService, form, 'off')
}
export async function prove(_: FormState, form: FormData): Promise<FormState> {
  return act(radar.proveServiceInput, proveService, form, 'proven')
}
export async function slip(_: FormState, form: FormData): Promise<FormState> {
  return act(slips.logSlipInput, logSlip, form, 'slip')
}
export async function typedIn(_: FormState, form: FormData): Promise<FormState> {
  return act(slips.slipInput, enterSlip, form, 'typed-in')
}
export async function found(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.moveInput, matchSlips, form, 'found')
}
export async function voidOne(_: FormState, form: FormData): Promise<FormState> {
  return act(slips.voidSlipInput, voidSlip, form, 'void')
}
export async function reserve(_: FormState, form: FormData): Promise<FormState> {
  return act(reserveCapacityInput, reserveCapacity, form, 'reserved')
}
export async function release(_: FormState, form: FormData): Promise<FormState> {
  return act(reserveCapacityInput, releaseCapacity, form, 'released')
}
export async function part(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.openPartInput, openPart, form, 'part')
}
export async function publish(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = publishCapacityForm.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const { switchId, ...week } = input.data
  const result = await publishCapacity(ctx, week)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/switches/${switchId}?done=published`)
}
