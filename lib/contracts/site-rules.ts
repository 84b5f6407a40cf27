import type { Day } from '@/lib/platform/days'
import type { ContractSite, SiteSide } from './site'
import type { SiteCommand } from './site-machine'

/**
 * What a confirmation of `day` by `side` means for the site: the first word, agreement with the other side, or a difference.
 * A side may change its own word until both agree.
 */
export function confirmationMeans(
  site: Pick<ContractSite, 'practiceSaysOn' | 'supplierSaysOn'>,
  side: SiteSide,
  day: Day,
): SiteCommand {
  const other = side === 'practice' ? site.supplierSaysOn : site.practiceSaysOn
  if (other === null) return 'confirm-first'
  return other === day ? 'agree' : 'differ'
}

/** N9: nobody confirms what has not happened; and nothing goes live before its contract begins. Undefined where the day will do. */
export function dayProblem(day: Day, today: Day, startsOn: Day): string | undefined {
  if (day > today) return 'The day must be today or in the past'
  if (day < startsOn) return 'The day must not be before the contract starts'
  return undefined
}
