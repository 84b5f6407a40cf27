import type { Application } from './application'
import type { DataProcessing } from './data-processing'
import type { Dependency } from './dependencies/dependency'
import type { PriceJson } from './prices/price'
import type { ServiceLevels } from './service-levels'

export { type ApplicationType, applicationTypes, applicationWords } from './application'

/**
 * The text of one module version as published: immutable JSON, schema 1 (catalogue §4). Empty means "not stated". What was
 * asked later is optional and never filled in, so that the hash of an older text stays what it was.
 */
export const products = ['module', 'associated-service'] as const
export const hostings = ['public-cloud', 'private-cloud', 'hybrid', 'on-premise'] as const
export const serviceKinds = ['training', 'migration', 'merger', 'split', 'data-extraction', 'other'] as const
export type Product = (typeof products)[number]
export type Hosting = (typeof hostings)[number]
export type ServiceKind = (typeof serviceKinds)[number]

export const productWords: Record<Product, string> = {
  module: 'A module that practices run',
  'associated-service': 'An associated service, such as training or migration',
}
export const hostingWords: Record<Hosting, string> = {
  'public-cloud': 'Public cloud',
  'private-cloud': 'Private cloud',
  hybrid: 'Hybrid',
  'on-premise': 'On the premises',
}
export const serviceKindWords: Record<ServiceKind, string> = {
  training: 'Training',
  migration: 'Data migration',
  merger: 'Merger of practices',
  split: 'Split of a practice',
  'data-extraction': 'Data extraction and return',
  other: 'Other',
}

export type AssociatedService = {
  name: string
  description: string
  price: PriceJson | null
  kind?: ServiceKind | null | undefined
  /** What a buyer must know to order it. */
  guidance?: string | null | undefined
}
export type IntegrationClaim = {
  /** Id of the integration type, such as im1.bulk. */
  type: string
  role: 'provider' | 'consumer'
  withWhom: string | null
  description: string | null
  link?: string | null | undefined
}
export type CapabilityClaim = { id: string; epicIds: string[]; notMetEpicIds?: string[] | undefined }
export type HostingClaim = {
  type: Hosting
  summary: string | null
  hscn: boolean | null
  country: string | null
  link?: string | null | undefined
  /** Who runs it and how; not asked of a public cloud. */
  model?: string | null | undefined
}
export type RoadMapStep = {
  title: string
  /** `Q3 2027` */
  quarter: string
  detail?: string | null | undefined
  /** The standard and version it is about, such as S29 2.0.1. */
  standard?: string | null | undefined
}
export type SupplierContact = { name: string; role: string | null; email: string | null; phone: string | null }
/** P24, as far as the supplier writes it; its names, number and day of declaration are kept with the supplier. */
export type SupplierWords = {
  about: string | null
  site: string | null
  contacts: SupplierContact[]
}

export type Listing = {
  schemaVersion: 1
  /** A module where nothing is said. */
  product?: Product | undefined
  name: string
  aliases: string[]
  version: string
  summary: string
  description: string
  link: string | null
  accessibility?: string | null | undefined
  pilot: boolean
  frameworkIds: string[]
  features: string[]
  capabilities: CapabilityClaim[]
  prices: PriceJson[]
  /** Ids of capabilities that some other module must bring. */
  requires: string[]
  /** Ids of modules it cannot run beside, and of those it is said to work with. A text from before these were asked has neither. */
  conflicts?: string[] | undefined
  worksWith?: string[] | undefined
  /** What is said of others with a version and a note; the ids above are the older, shorter way to say the same (DEP-1). */
  dependencies?: Dependency[] | undefined
  services: AssociatedService[]
  integrations: IntegrationClaim[]
  implementation: { text: string | null; weeksFrom: number | null; weeksTo: number | null }
  applications: Application[]
  hosting: HostingClaim[]
  dataProcessing?: DataProcessing | undefined
  supportHours: string | null
  serviceLevels?: ServiceLevels | undefined
  roadMapLink?: string | null | undefined
  roadMap: RoadMapStep[]
  supplier?: SupplierWords | undefined
}

export const isService = (listing: Pick<Listing, 'product'>): boolean => listing.product === 'associated-service'
