/** P19: what a module is used with, and what that needs (catalogue §4). Each text has one table: its words, its limit, where it is asked. */
export const applicationTypes = ['browser', 'mobile', 'desktop'] as const
export type ApplicationType = (typeof applicationTypes)[number]
export const applicationWords: Record<ApplicationType, string> = {
  browser: 'Browser',
  mobile: 'Mobile or tablet',
  desktop: 'Desktop',
}

export const browsers = ['chrome', 'edge', 'firefox', 'safari', 'samsung', 'opera'] as const
export type Browser = (typeof browsers)[number]
export const browserWords: Record<Browser, string> = {
  chrome: 'Google Chrome',
  edge: 'Microsoft Edge',
  firefox: 'Mozilla Firefox',
  safari: 'Apple Safari',
  samsung: 'Samsung Internet',
  opera: 'Opera',
}

/** Megabits a second at least. */
export const speeds = ['0.5', '1', '2', '5', '10', '15', '20', '30', 'over-30'] as const
export type Speed = (typeof speeds)[number]
export const speedWords = (speed: Speed): string => (speed === 'over-30' ? 'More than 30 Mbps' : `${speed} Mbps`)

type Asked = { label: string; max: number; on: readonly ApplicationType[] }
const every = applicationTypes
const own = ['mobile', 'desktop'] as const
/** The texts about an application type, in the order of the page. */
export const applicationTexts = {
  systems: { label: 'Operating systems', max: 1000, on: own },
  plugIns: { label: 'Plug-ins or extensions', max: 500, on: ['browser'] },
  resolution: { label: 'Screen resolution', max: 50, on: ['browser', 'desktop'] },
  connectivity: { label: 'Connectivity', max: 300, on: ['mobile'] },
  memory: { label: 'Memory', max: 300, on: own },
  storage: { label: 'Storage', max: 300, on: ['desktop'] },
  processor: { label: 'Processor', max: 300, on: ['desktop'] },
  thirdParty: { label: 'Third-party parts', max: 500, on: own },
  deviceFunctions: { label: 'Device functions used', max: 500, on: own },
  hardware: { label: 'Hardware', max: 500, on: every },
  further: { label: 'Further information', max: 500, on: every },
} as const satisfies Record<string, Asked>

export type ApplicationText = keyof typeof applicationTexts
export const applicationTextsOf = (type: ApplicationType): ApplicationText[] =>
  (Object.keys(applicationTexts) as ApplicationText[]).filter((key) =>
    (applicationTexts[key].on as readonly ApplicationType[]).includes(type),
  )

export const hasSpeed = (type: ApplicationType): boolean => type !== 'mobile'

/** Texts from before the details were asked have only the summary. */
export type Application = {
  type: ApplicationType
  summary: string | null
  browsers?: Browser[] | undefined
  mobileFirst?: boolean | null | undefined
  speed?: Speed | null | undefined
} & { [K in ApplicationText]?: string | null | undefined }
