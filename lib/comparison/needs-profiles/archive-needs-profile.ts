import 'server-only'
import type { Context } from '@/lib/platform/context'
import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import { changeNeedsProfile } from './change-needs-profile'
import { nameTaken } from './create-needs-profile'
import type { NeedsProfile } from './needs-profile'
import type { NeedsMove } from './needs-profile-schema'
import { isNameTaken } from './needs-profile-store'

/** Puts a profile out of sight; its plans stay. */
export const archiveNeedsProfile = (ctx: Context, input: NeedsMove): Promise<Result<NeedsProfile>> =>
  changeNeedsProfile(ctx, input, 'archive', async () => ok({ fields: {} }))

/** Brings it back, unless another live one bears its name by now. */
export const restoreNeedsProfile = (ctx: Context, input: NeedsMove): Promise<Result<NeedsProfile>> =>
  changeNeedsProfile(ctx, input, 'restore', async (tx, { organisationId, name, id }) =>
    (await isNameTaken(tx, organisationId, name, id)) ? invalidField('name', nameTaken) : ok({ fields: {} }),
  )
