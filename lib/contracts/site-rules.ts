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

/**
 * N9: nobody confirms what has not happened. Use may begin before the term does (it is not charged then), but not before
 * there was a contract.
 * @returns why the day will not do; undefined where it will
 */
export function dayProblem(day: Day, today: Day, contract: { startsOn: Day; madeOn: Day }): string | undefined {
  if (day > today) return 'The day must be today or in the past'
  if (day < contract.startsOn && day < contract.madeOn) return 'The day must not be before the contract was made'
  return undefined
}

/** What a side's correction of a confirmed day means: its word alone, or agreement with the other side's. */
export function correctionMeans(
  site: Pick<ContractSite, 'practiceCorrectsTo' | 'supplierCorrectsTo'>,
  side: SiteSide,
  day: Day,
): SiteCommand {
  const other = side === 'practice' ? site.supplierCorrectsTo : site.practiceCorrectsTo
  return other === day ? 'correct' : 'say-correction'
}
