import { dayOf, dayWords } from '@/lib/platform/days'
import { env } from '@/lib/platform/env'
import type { LabelChange } from './subscription'

/** One change in a line. */
export const changeLine = (change: LabelChange, name: string): string =>
  `${name}: ${change.toWords} (before: ${change.fromWords}), ${dayWords(dayOf(change.at))}\n${env().publicUrl}/modules/${change.moduleId}`

/** How its reader hears of changes no more: the page asks them to sign in first. */
export const endingLine = (): string =>
  `You asked to hear of this. To change that, sign in: ${env().publicUrl}/account/subscriptions`
