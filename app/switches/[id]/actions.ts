'use server'

import { requireContext } from '@/lib/identity/context'
import type { FormState } from '@/lib/platform/form-state'
import { acceptDifference } from '@/lib/switching/accept-difference'
import { cancelSwitch } from '@/lib/switching/cancel-switch'
import { certifyDeletion } from '@/lib/switching/certify-deletion'
import { closeSwitch } from '@/lib/switching/close-switch'
import { enterManifest } from '@/lib/switching/enter-manifest'
import { goLive } from '@/lib/switching/go-live'
import { loadFinal } from '@/lib/switching/load-final'
import { loadTrial } from '@/lib/switching/load-trial'
import { namePerson } from '@/lib/switching/name-person'
import { orderSwitch } from '@/lib/switching/order-switch'
import { proposeRollBack } from '@/lib/switching/propose-roll-back'
import { registerKey } from '@/lib/switching/register-key'
import { reloadTrial } from '@/lib/switching/reload-trial'
import { revokeKey } from '@/lib/switching/revoke-key'
import { rollBack } from '@/lib/switching/roll-back'
import { signGate } from '@/lib/switching/sign-gate'
import { startChecking } from '@/lib/switching/start-checking'
import * as schema from '@/lib/switching/switch-schema'
import { takeInReport } from '@/lib/switching/take-in-report'
import { act } from './act'

export async function name(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.namePersonForm, namePerson, form, 'named')
}
export async function order(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.orderInput, orderSwitch, form, 'ordered')
}
export async function signManifest(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.enterManifestInput, enterManifest, form, 'manifest')
}
export async function trialLoaded(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.moveInput, loadTrial, form, 'trial')
}
export async function reload(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.moveInput, reloadTrial, form, 'reload')
}
export async function startCheck(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.moveInput, startChecking, form, 'checking')
}
export async function finalLoaded(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.moveInput, loadFinal, form, 'final')
}
export async function live(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.moveInput, goLive, form, 'live')
}
export async function close(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.moveInput, closeSwitch, form, 'closed')
}
export async function cancel(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.reasonInput, cancelSwitch, form, 'cancelled')
}
export async function propose(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.reasonInput, proposeRollBack, form, 'proposed')
}
export async function signRollBack(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.moveInput, rollBack, form, 'rolled-back')
}
export async function register(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.registerKeyInput, registerKey, form, 'key')
}
export async function revoke(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.revokeKeyInput, revokeKey, form, 'revoked')
}
export async function accept(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.acceptDifferenceForm, acceptDifference, form, 'accepted')
}
export async function sign(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.signGateInput, signGate, form, 'signed')
}
export async function certify(_: FormState, form: FormData): Promise<FormState> {
  return act(schema.certifyDeletionInput, certifyDeletion, form, 'certified')
}
export async function bringReport(_: FormState, form: FormData): Promise<FormState> {
  await requireContext() // nobody's file is read before we know who sends it
  const file = form.get('report')
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  return act(schema.moveInput, (ctx, input) => takeInReport(ctx, { ...input, bytes }), form, 'report')
}
