import type { ApplicationType, Hosting, Listing, ServiceKind } from '@/lib/catalogue/listing'
import type { PriceBasis, PriceJson, PriceMode, PricePeriod } from '@/lib/catalogue/prices/price'

/** What has been found out about a module, from which its label follows. Nobody writes the label. */
export type Situation =
  | 'conformant'
  | 'evidence-ends-soon'
  | 'work-off'
  | 'remediation'
  | 'breached'
  | 'lapsed'
  | 'gaps'
  | 'unlisted'
  | 'suspended'

export type DemoModule = {
  name: string
  supplier: string
  aliases?: string[]
  version?: string
  summary: string
  description: string
  features: string[]
  capabilities: string[]
  /** A capability whose assessment failed. */
  failed?: string
  prices: Omit<PriceJson, 'id' | 'validFrom'>[]
  services?: Listing['services']
  requires?: string[]
  /** Names of modules of the demonstration. */
  worksWith?: string[]
  host: Hosting[]
  apps: ApplicationType[]
  integrations?: string[]
  frameworks?: string[]
  weeks?: [number, number]
  support?: string
  roadMap?: [string, string][]
  pilot?: boolean
  /** Every section of the listing is filled in, or only what a listing must say. */
  says?: 'all' | 'least'
  situation: Situation
  /** How long ago it was published, in days. */
  age: number
}

type Tiers = string | [number, string][]

/** A price from pounds as people write them: `'1.26'`, or tiers as `[[1, '1.40'], [10001, '1.10']]`. */
function price(
  basis: PriceBasis,
  mode: PriceMode,
  period: PricePeriod,
  unit: [string, string],
  tiers: Tiers,
  definition: string | null = null,
): Omit<PriceJson, 'id' | 'validFrom'> {
  const steps: [number, string][] = typeof tiers === 'string' ? [[1, tiers]] : tiers
  return {
    basis,
    mode,
    period,
    per: 'practice',
    unit: unit[0],
    unitPlural: unit[1],
    definition,
    tiers: steps.map(([from, pounds]) => ({ from: String(from), unitPrice: unitsOf(pounds) })),
  }
}

const patient: [string, string] = ['patient', 'patients']
const practice: [string, string] = ['practice', 'practices']

export const perPatient = (tiers: Tiers) =>
  price('patient', 'Volume', 'year', patient, tiers, 'Patients on the practice list at signature')
export const perPatientCumulative = (tiers: [number, string][]) =>
  price('patient', 'Cumulative', 'year', patient, tiers, 'Each patient at the price of the band they fall in')
export const perPractice = (pounds: string, period: PricePeriod = 'year') =>
  price('declarative', 'Volume', period, practice, pounds)
export const flat = (pounds: string) => price('declarative', 'SingleFixed', 'year', practice, pounds, 'One sum a year')
export const perUse = (unit: [string, string], tiers: Tiers) =>
  price('on-demand', 'Volume', 'month', unit, tiers, 'Billed on recorded use; the list price is for an estimate')
export const once = (pounds: string, unit = practice) => price('declarative', 'Volume', 'none', unit, pounds)

const service = (kind: ServiceKind, name: string, description: string, pounds: string) => ({
  name,
  description,
  kind,
  price: { ...once(pounds), id: name.toLowerCase().replaceAll(' ', '-'), validFrom: '2026-01-01' },
})
export const migration = (pounds: string) =>
  service(
    'migration',
    'Data migration',
    'Moving the record from the system of today, with two trial loads and a signed comparison.',
    pounds,
  )
export const training = (pounds: string) =>
  service(
    'training',
    'Training',
    'Half a day at the practice for each staff group, and recorded lessons afterwards.',
    pounds,
  )
export const dataReturn = (pounds: string) =>
  service(
    'data-extraction',
    'Return of data',
    'The whole record in open formats with a table of contents and hashes, rehearsed once before the day.',
    pounds,
  )

function unitsOf(pounds: string): string {
  const [whole, decimals = ''] = pounds.split('.')
  return (BigInt(whole!) * 100_000n + BigInt(decimals.padEnd(5, '0'))).toString()
}
