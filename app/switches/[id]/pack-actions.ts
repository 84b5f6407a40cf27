'use server'

import type { FormState } from '@/lib/platform/form-state'
import { sealEvidence } from '@/lib/switching/pack/seal-evidence'
import { moveInput } from '@/lib/switching/switch-schema'
import { act } from './act'

export async function seal(_: FormState, form: FormData): Promise<FormState> {
  return act(moveInput, sealEvidence, form, 'sealed')
}
