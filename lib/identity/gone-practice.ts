import type { Day } from '@/lib/platform/days'

/** A practice that has closed, or that another succeeds or will succeed. */
export type GonePractice = {
  id: string
  name: string
  code: string
  /** Its last day or the first of its successor; null where the register says only that it has closed. */
  on: Day | null
  /** Whether that day has come. */
  isGone: boolean
  /** Who stands in its place on that day, at the end of the line; undefined where nobody is known. */
  successor: { id: string; name: string; code: string } | undefined
}
