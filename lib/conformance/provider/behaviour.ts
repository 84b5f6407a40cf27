import type { SecureVersion } from 'node:tls'
import type { Appointment, Bundle, CapabilityStatement, Resource, Slot } from '@medplum/fhirtypes'
import type { Call, Reply } from './call'
import type { Refusal } from './refusal'
import type { Store } from './store'

/** What a caller showed. Of what is not right, the reason is known where there is one. */
export type GivenToken = 'right' | 'wrong' | 'none' | 'expired' | 'other-audience' | 'other-scope' | `claim-${string}`
/** A page of a search; `next` is the address that is handed out, null on the last one. */
export type Page = { items: Resource[]; total: number | undefined; next: string | null }
/** Everything that a search knows when a page is cut. */
export type PageRequest = {
  call: Call
  all: Resource[]
  offset: number
  size: number
  base: string
  at(offset: number): string
}
export type DateAsked = { name: string; prefix: string; value: string }
export type Manifest = {
  transactionTime: string
  request: string
  requiresAccessToken: boolean
  output: { type: string; url: string; count?: number }[]
  error: { type: string; url: string }[]
}

/**
 * Where a provider can go wrong, one place a layer. Each is given what the sound provider would do, and says what this one does.
 * A fault fills in the places where it stands; nothing else in the provider knows a fault.
 */
export type Behaviour = {
  /** Who comes in. */
  admits?(usual: boolean, call: Call, token: GivenToken): boolean
  statement?(usual: CapabilityStatement): CapabilityStatement
  smart?(usual: Record<string, unknown>): Record<string, unknown> | null
  knowsParameter?(usual: boolean, call: Call, name: string): boolean
  isNhsNumber?(usual: boolean, value: string): boolean
  /** Why a resource that was sent is not taken. */
  problems?(usual: string[], resource: Resource): string[]
  /** What is written of it. */
  keeps?<T extends Resource>(usual: T): T
  /** What a search finds, before it is cut into pages. */
  finds?(usual: Resource[], call: Call, store: Store): Resource[] | Promise<Resource[]>
  /** Whether a resource is found by a date. */
  matchesDate?(usual: boolean, asked: DateAsked, resource: Resource): boolean
  page?(usual: Page, request: PageRequest): Page
  /** The patients that a record may be asked of: undefined where the number is unknown. */
  record?(usual: Bundle, store: Store, patientId: string): Bundle | Promise<Bundle>
  /** An unknown patient's record, where the sound provider refuses. */
  unknownRecord?(): Bundle | undefined
  /** A method that is not served, and is carried out all the same. */
  wrongMethod?(call: Call, store: Store): Promise<void>
  /** What is looked at of If-Match. */
  ifMatch?(usual: string | undefined, call: Call): string | undefined
  /** Called when an update is refused because it has not seen the last version. */
  refusedUpdate?(resource: Resource, store: Store): Promise<void>
  /** Does not take turns: waits so between looking and writing, and may be overtaken. */
  hesitates?(type: string): Promise<void> | undefined
  /** Whether the slots of a changed appointment become free. */
  releases?(usual: boolean, appointment: Appointment): boolean
  slotIsFree?(usual: boolean, slot: Slot): boolean
  /** The slot after a booking. */
  bookedSlot?(usual: Slot): Slot
  /** Called when a booking is refused because its slot is taken. */
  refusedBooking?(appointment: Appointment, store: Store): Promise<void>
  exports?(usual: Resource[]): Resource[]
  manifest?(usual: Manifest): Manifest
  /** Which refusal is told. */
  refuses?(usual: Refusal, call: Call): Refusal
  /** The last hand on what goes out: headers, status, body. */
  sends?(usual: Reply, call: Call): Reply
  /** Milliseconds to wait; `underway` counts the requests of this moment. */
  delay?(call: Call, underway: number): number
}

/** One way to be wrong, and the check that must see it (FM-2). */
export type Fault = { says: string; mustFail: string; behaviour: Behaviour; tls?: TlsBehaviour }

/** How its connection is secured; a provider with one serves https. */
export type TlsBehaviour = {
  /** Days from now on that its certificate is valid; negative where it has expired. */
  days?: number
  /** The certificate is for this name. */
  name?: string
  /** Nobody knows the authority that signed it. */
  unknownAuthority?: boolean
  minVersion?: SecureVersion
  maxVersion?: SecureVersion
  ciphers?: string
  /** Undefined leaves the usual one; null sends none. */
  strictTransport?: string | null
}
