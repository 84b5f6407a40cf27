import type { FrameworkView } from '@/lib/catalogue/frameworks/framework'
import { isLiveOn } from '@/lib/catalogue/frameworks/framework-rules'
import type { RouteKind } from '@/lib/catalogue/frameworks/route'
import { addDays, addMonths, type Day, dayWords } from '@/lib/platform/days'

export type AskedNeeds = {
  startsOn: Day
  termMonths: number
  goLiveOn: Day
  frameworkId: string
  route: RouteKind
}
type Bounds = { today: Day; longestTerm: number; framework: FrameworkView | undefined }

/**
 * What is wrong with a need, by field (COM-1, C2): begins in the future under a framework that is live then, no longer than
 * both the authority and the framework allow, one planned go-live inside it, a route that the framework has.
 */
export function needsProblems(needs: AskedNeeds, { today, longestTerm, framework }: Bounds): Record<string, string[]> {
  const problems: Record<string, string[]> = {}
  if (needs.startsOn <= today) problems.startsOn = ['The start must be in the future']
  if (!framework?.isLive) problems.frameworkId = ['Choose a framework that is open today']
  else if (!isLiveOn(framework, needs.startsOn))
    problems.startsOn = [`${framework.shortName} ends on ${dayWords(framework.expiresOn!)}: start before that`]
  const longest = Math.min(longestTerm, framework?.maximumTermMonths ?? longestTerm)
  if (needs.termMonths > longest) problems.termMonths = [`The term is ${longest} months at most`]
  const end = addDays(addMonths(needs.startsOn, needs.termMonths), -1)
  if (needs.goLiveOn < needs.startsOn || needs.goLiveOn > end)
    problems.goLiveOn = [`Go-live must be from ${dayWords(needs.startsOn)} to ${dayWords(end)}`]
  if (framework && !framework.routes.some(({ kind }) => kind === needs.route))
    problems.route = [`${framework.shortName} has no such route`]
  return problems
}
