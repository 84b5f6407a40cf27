import { z } from 'zod'
import { rhythmsOf } from './bell-rules'
import { type LetterKind, letterKinds } from './letter-kind'

export const readNotificationInput = z.object({ id: z.uuid() })

/** The kinds for which there is something to choose. */
export const choosableKinds = (Object.keys(letterKinds) as LetterKind[]).filter((kind) => rhythmsOf(kind).length > 1)

/** One rhythm for each kind; what a kind does not allow is refused at its field. */
export const chooseRhythmsInput = z.object(
  Object.fromEntries(choosableKinds.map((kind) => [kind, z.enum(rhythmsOf(kind), 'Choose how often')])),
)
export type ChooseRhythmsInput = z.infer<typeof chooseRhythmsInput>
