import 'server-only'
import type { Context } from '@/lib/platform/context'
import { signSeals } from '@/lib/switching/pack/sign-seals'
import { signWithKeyInUse } from './key-in-use'

/** Hears `EvidencePackSealed`: the signer's process signs the index of each sealed pack with the officers' key (EV-01, CS-01). */
export async function signPackWhenSealed(ctx: Context): Promise<void> {
  await signSeals(ctx, async (values) => (await signWithKeyInUse(ctx, 'officers', values)).envelopes)
}
