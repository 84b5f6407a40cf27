import type { Day } from '@/lib/platform/days'

/** One kind of thing that waits for a reader: how many, since the first is due when, how many are late, and where they are. */
export type WorkLine = {
  key: string
  words: string
  count: number
  /** The first day by which one of them is due; null where none has a day. */
  due: Day | null
  late: number
  href: string
}

/** One thing that waits, with its own page, where it has one. */
export type WorkItem = { href?: string; due?: Day | null | undefined }
