import { canonicalJson, sha256Hex } from './canonical-json'
import { pick } from './pick'

/** What an event's hash covers. Of the actor only the salted reference, so that a person can be forgotten. */
export type ChainedEvent = {
  chainId: string
  position: number
  name: string
  aboutType: string
  aboutId: string
  actorKind: string
  actorRef: string
  organisationId: string | null
  fromState: string | null
  toState: string | null
  data: unknown
  requestId: string
  at: Date
  previousHash: string
}

/** The hash before the first event of a chain. */
export const noHash = '0'.repeat(64)

const hashedFields = [
  'chainId',
  'position',
  'name',
  'aboutType',
  'aboutId',
  'actorKind',
  'actorRef',
  'organisationId',
  'fromState',
  'toState',
  'data',
  'requestId',
  'previousHash',
] as const

export function eventHash(event: ChainedEvent): string {
  return sha256Hex(canonicalJson({ ...pick(event, hashedFields), at: event.at.toISOString() }))
}

export type Break = { chainId: string; position: number; because: string }

/** Walks one chain in order of position. @returns the first event that does not fit, or undefined. */
export function firstBreak(
  events: (ChainedEvent & { hash: string; actorId: string })[],
  head: { position: number; hash: string },
): Break | undefined {
  let previous = noHash
  for (const [i, event] of events.entries()) {
    const at = { chainId: event.chainId, position: event.position }
    if (event.position !== i + 1) return { ...at, because: `position ${i + 1} is missing` }
    if (event.previousHash !== previous) return { ...at, because: 'it does not follow the event before it' }
    if (event.hash !== eventHash(event)) return { ...at, because: 'its content is not what was hashed' }
    if (event.actorId !== 'forgotten' && !isActorRef(event.actorRef, event.actorId))
      return { ...at, because: 'its actor is not the one referred to' }
    previous = event.hash
  }
  if (head.position !== events.length || head.hash !== previous)
    return {
      chainId: events[0]?.chainId ?? 'unknown',
      position: head.position,
      because: 'the head of the chain is not its last event',
    }
  return undefined
}

/** A reference to a person that says nothing once the person's id is gone: salt and hash. */
export function actorReference(actorId: string, salt: string): string {
  return `${salt}.${sha256Hex(`${salt}:${actorId}`)}`
}

function isActorRef(reference: string, actorId: string): boolean {
  return reference === actorReference(actorId, reference.split('.')[0]!)
}
