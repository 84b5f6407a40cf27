import 'server-only'
import type { Context } from '@/lib/platform/context'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { changeNeedsProfile } from './change-needs-profile'
import { commissionerOf } from './get-needs-profile'
import type { NeedsProfile } from './needs-profile'
import type { NeedsMove } from './needs-profile-schema'

/** Lets the commissioner of the practice read the profile and its plans (choosing §1). */
export const shareNeedsProfile = (ctx: Context, input: NeedsMove): Promise<Result<NeedsProfile>> =>
  changeNeedsProfile(ctx, input, 'share', async (tx, { organisationId }) => {
    const commissioner = await commissionerOf(tx, organisationId)
    if (!commissioner) return refuse({ kind: 'conflict', because: 'No commissioner of your practice is known' })
    return ok({ fields: { sharedWithId: commissioner.id }, data: { sharedWithId: commissioner.id } })
  })

/** Takes that back. What was read was read. */
export const unshareNeedsProfile = (ctx: Context, input: NeedsMove): Promise<Result<NeedsProfile>> =>
  changeNeedsProfile(ctx, input, 'unshare', async (_, { sharedWithId }) =>
    sharedWithId === null
      ? refuse({ kind: 'conflict', because: 'The profile is shared with nobody' })
      : ok({ fields: { sharedWithId: null }, data: { sharedWithId } }),
  )
