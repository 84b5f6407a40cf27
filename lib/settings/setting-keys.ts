/** How a value is typed, kept and said. Money is kept as a string of digits (pence), days as YYYY-MM-DD. */
export type SettingKind =
  | 'pence'
  | 'pence-or-none'
  | 'percent'
  | 'count'
  | 'days'
  | 'working-days'
  | 'months'
  | 'text'
  | 'counts'
  | 'day-list'
  | 'lines'
  | 'choice'

export type SettingDefinition = {
  words: string
  kind: SettingKind
  /** Whose row counts: only the authority's, or a payer's own before the authority's. */
  setBy: 'authority' | 'payer'
  choices?: Record<string, string>
}

const a = (words: string, kind: SettingKind, choices?: Record<string, string>): SettingDefinition => ({
  words,
  kind,
  setBy: 'authority',
  ...(choices ? { choices } : {}),
})
const c = (...given: Parameters<typeof a>): SettingDefinition => ({ ...a(...given), setBy: 'payer' })

/** Every key that may be set (procurement §2). A key that stands here has no value until somebody sets one: no rule has a constant to fall back on. */
export const settingKeys = {
  'threshold-central': a('Threshold for services of central bodies, with VAT', 'pence'),
  'threshold-sub-central': a('Threshold for services of sub-central bodies, with VAT', 'pence'),
  'notifiable-central': a('Notifiable below the threshold, central bodies, with VAT', 'pence'),
  'notifiable-other': a('Notifiable below the threshold, other bodies, with VAT', 'pence'),
  'payer-class': a('Class of the payers', 'choice', { central: 'Central', 'sub-central': 'Sub-central' }),
  'vat-percent': a('VAT rate', 'percent'),
  'threshold-basis': a('VAT basis of the thresholds', 'choice', { gross: 'With VAT', net: 'Without VAT' }),
  'cap-basis': a('VAT basis of the route caps', 'choice', { gross: 'With VAT', net: 'Without VAT' }),
  'direct-award-cap': a('Cap of a direct award, whole life', 'pence'),
  'competition-cap': a('Cap of a competition in the catalogue, whole life', 'pence'),
  'least-price-weight': a('Least weight of the price', 'percent'),
  'greatest-price-weight': a('Greatest weight of the price', 'percent'),
  'weight-step': a('Step of the weights', 'percent'),
  'longest-term': a('Longest term of a contract', 'months'),
  'minimum-term': a('Time in which a contract cannot be ended by notice', 'months'),
  'shortest-offer-time': a('Shortest time that suppliers get for an offer', 'working-days'),
  'offer-validity': a('An offer must hold for', 'days'),
  'usual-notice': a('Notice of a contract where its order says nothing else', 'days'),
  'change-of-value': a('Change of value that must be notified', 'percent'),
  'change-of-term': a('Change of term that must be notified', 'percent'),
  'indicator-floor': a('Value from which performance indicators are published', 'pence'),
  'indicator-count': a('Fewest performance indicators above that value', 'count'),
  'indicator-notice-days': a('Days for the notice of performance after its period, end or breach', 'days'),
  'payment-notice-floor': a('Payments above this are notified each quarter', 'pence'),
  'payment-notice-days': a('Days for the notice of payments after its quarter', 'days'),
  'payment-report-days': a('Days for the payments compliance notice after its half year', 'days'),
  'contract-notice-days': a('Days for the notice of a signed contract', 'days'),
  'end-notice-days': a('Days for the notice of a contract that ended', 'days'),
  'payment-days': a('Days in which an invoice is paid', 'days'),
  'levy-percent': a('Levy of the portal on payments', 'percent'),
  publisher: a('Publisher of the open data', 'text'),
  'ocid-prefix': a('Prefix of the contracting process ids', 'text'),
  licence: a('Licence of the open data', 'text'),
  'smallest-group': a('Smallest group that public figures show', 'count'),
  'alike-within': a('Practices are alike whose lists differ by at most', 'percent'),
  'record-capabilities': a(
    'A module that offers one of these is a home of the record: a plan has exactly one',
    'lines',
  ),
  'recommended-above': c('A recommendation is needed above', 'pence-or-none'),
  'usual-limit': c('Limit of an approver who has none of their own', 'pence-or-none'),
  'budget-basis': c('VAT basis of the budget', 'choice', { gross: 'With VAT', net: 'Without VAT' }),
  'match-tolerance': c('An invoice may differ by', 'pence'),
  'decision-criteria': c('What is weighed when a funding request is decided', 'lines'),
  'decision-days': c('Time to decide on a funding request', 'working-days'),
  'appeal-days': c('Time to decide on an appeal', 'working-days'),
  'urgent-review-days': c('Time to review an urgent approval', 'working-days'),
  'bank-holidays': c('Bank holidays', 'day-list'),
  'approval-life': c('An approval that is not used lapses after', 'days'),
  'standstill-days': a('Standstill before an order is signed, where one is held', 'working-days'),
  'signing-life': c('An order that is not signed lapses after', 'days'),
  'aggregation-window': c('Like requests are added up over', 'months'),
  'longest-hold-over': c('Longest hold-over of an expired contract', 'days'),
  'switching-lead-time': c('Time from a signed order to the first day of use', 'days'),
  'longest-back-dating': c('Longest back-dating', 'months'),
  'notice-reminders': c('Reminders before a notice date, in days', 'counts'),
  'play-gate': c('Fixed charges need recorded use', 'choice', { on: 'On', off: 'Off' }),
  'play-window': c('A fixed day needs recorded use in so many days that end on it', 'days'),
  'usage-alarms': c('Alarms at these shares of a commitment, in percent', 'counts'),
} satisfies Record<string, SettingDefinition>

export type SettingKey = keyof typeof settingKeys
export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settingKeys, key)
export const definitionOf = (key: SettingKey): SettingDefinition => settingKeys[key]

/** The keys that an authority sets, or those that a payer may set for itself. */
export const keysOf = (setter: 'authority' | 'payer'): SettingKey[] =>
  (Object.keys(settingKeys) as SettingKey[]).filter(
    (key) => setter === 'authority' || settingKeys[key].setBy === 'payer',
  )
