import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import { superfluous, uncovered } from './cover-rules'
import type { FrozenEntry, Project } from './project'

/**
 * The frozen entries that were chosen, `none` for none. Several only for a need that names its capabilities: together they
 * cover all of it, and each covers something that the others do not. Refused at the field `winnerId`, in words.
 */
export function chosenWinners<E extends FrozenEntry>(
  { entries, capabilityIds }: { entries: E[] } & Pick<Project, 'capabilityIds'>,
  given: string | string[],
): Result<E[]> {
  const no = (words: string) => invalidField('winnerId', words)
  const ids = [...new Set([given].flat())]
  if (ids.length === 1 && ids[0] === 'none') return ok([])
  const winners = ids.flatMap((id) => entries.find((entry) => entry.id === id) ?? [])
  if (winners.length === 0 || winners.length < ids.length) return no('Choose a module from the frozen shortlist')
  if (capabilityIds.length === 0)
    return winners.length === 1
      ? ok(winners)
      : no('This need names no capabilities, so one module is chosen. Start again and name them to choose several')
  const open = uncovered(capabilityIds, winners)
  if (open.length > 0) return no(`Nothing that you chose covers ${open.join(', ')} of the need`)
  const [spare] = winners.length > 1 ? superfluous(capabilityIds, winners) : []
  return spare ? no(`Leave ${spare.moduleName} out: the others cover the need without it`) : ok(winners)
}
