import type { PriceJson } from './prices/price'

/** The text of one module version as published: immutable JSON, schema 1 (catalogue §4). Empty means "not stated". */
export const hostings = ['public-cloud', 'private-cloud', 'hybrid', 'on-premise'] as const
export const applicationTypes = ['browser', 'mobile', 'desktop'] as const
export type Hosting = (typeof hostings)[number]
export type ApplicationType = (typeof applicationTypes)[number]

export const hostingWords: Record<Hosting, string> = {
  'public-cloud': 'Public cloud',
  'private-cloud': 'Private cloud',
  hybrid: 'Hybrid',
  'on-premise': 'On the premises',
}
export const applicationWords: Record<ApplicationType, string> = {
  browser: 'Browser',
  mobile: 'Mobile or tablet',
  desktop: 'Desktop',
}

export type AssociatedService = { name: string; description: string; price: PriceJson | null }
export type IntegrationClaim = {
  /** Id of the integration type, such as im1.bulk. */
  type: string
  role: 'provider' | 'consumer'
  withWhom: string | null
  description: string | null
}

export type Listing = {
  schemaVersion: 1
  name: string
  aliases: string[]
  version: string
  summary: string
  description: string
  link: string | null
  pilot: boolean
  frameworkIds: string[]
  features: string[]
  capabilities: { id: string; epicIds: string[] }[]
  prices: PriceJson[]
  /** Ids of capabilities that some other module must bring. */
  requires: string[]
  /** Ids of modules it cannot run beside, and of those it is said to work with. A text from before these were asked has neither. */
  conflicts?: string[] | undefined
  worksWith?: string[] | undefined
  services: AssociatedService[]
  integrations: IntegrationClaim[]
  implementation: { text: string | null; weeksFrom: number | null; weeksTo: number | null }
  applications: { type: ApplicationType; summary: string | null }[]
  hosting: { type: Hosting; summary: string | null; hscn: boolean | null; country: string | null }[]
  supportHours: string | null
  roadMap: { title: string; quarter: string }[]
}
