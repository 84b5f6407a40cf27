import { type Day, dayWords } from '@/lib/platform/days'

export type Appealable = { appealUntil: Day | null; appealed: boolean }

/** What stands against an appeal that day; undefined where nothing does. The last day is in time to its end (CL-10, AS-05). */
export function againstAppeal({ appealUntil, appealed }: Appealable, today: Day): string | undefined {
  if (appealUntil === null) return 'This decision is not adverse: there is nothing to appeal against'
  if (appealed) return 'An appeal against this decision has been lodged already'
  return today > appealUntil ? `The last day to appeal was ${dayWords(appealUntil)}` : undefined
}
