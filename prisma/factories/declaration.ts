import type { RawAnswers } from '@/lib/catalogue/declarations/declaration-rules'
import { declareWithin } from '@/lib/catalogue/declarations/make-declaration'
import { system } from '@/lib/platform/actor'
import { addDays, dayOf } from '@/lib/platform/days'
import { transaction } from '@/lib/platform/transaction'
import { contextOf, noon } from '@/lib/testing/context'
import { goodAnswers } from '@/prisma/seed/demo-declaration'

const make = (supplierId: string, change: RawAnswers, now: Date) =>
  transaction((tx) =>
    declareWithin(tx, contextOf(system, now), {
      supplierId,
      answers: { ...goodAnswers(addDays(dayOf(now), 200)), ...change },
    }),
  )

/** Declarations in the situations that tests speak of, made at `now`. */
export const declaration = {
  passed: (supplierId: string, now = noon) => make(supplierId, {}, now),
  inReview: (supplierId: string, now = noon) =>
    make(supplierId, { conflicts: 'yes', 'conflicts-detail': 'A director is a partner in a practice' }, now),
  failed: (supplierId: string, now = noon) => make(supplierId, { debarred: 'yes' }, now),
}
