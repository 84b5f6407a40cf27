import type { SettingValue } from '@/lib/settings/setting'
import type { SettingKey } from '@/lib/settings/setting-keys'
import { fixedId } from './fixed-id'

const law = 'Procurement Act 2023 and its regulations, as read for the demonstration'
const rule = 'Rule of this catalogue, first value'
const usual = 'Usual practice of payers, first value'
const holidays = 'Bank holidays of England and Wales, as announced'

/** The first value of each key, counting from 1 January 2020 unless said otherwise. None is verified: that is for who sets it. */
export const firstSettings: { key: SettingKey; value: SettingValue; source: string; from?: string }[] = [
  { key: 'threshold-central', value: '13501800', source: law, from: '2026-01-01' },
  { key: 'threshold-sub-central', value: '20772000', source: law, from: '2026-01-01' },
  { key: 'notifiable-central', value: '1200000', source: law },
  { key: 'notifiable-other', value: '3000000', source: law },
  { key: 'vat-percent', value: 20, source: 'Standard rate of VAT' },
  { key: 'threshold-basis', value: 'gross', source: law },
  { key: 'cap-basis', value: 'net', source: rule },
  { key: 'direct-award-cap', value: '4000000', source: rule },
  { key: 'competition-cap', value: '25000000', source: rule },
  { key: 'least-price-weight', value: 30, source: rule },
  { key: 'greatest-price-weight', value: 90, source: rule },
  { key: 'weight-step', value: 5, source: rule },
  { key: 'longest-term', value: 36, source: rule },
  { key: 'minimum-term', value: 0, source: rule },
  { key: 'shortest-offer-time', value: 5, source: rule },
  { key: 'offer-validity', value: 90, source: rule },
  { key: 'usual-notice', value: 90, source: rule },
  { key: 'change-of-value', value: 10, source: law },
  { key: 'change-of-term', value: 10, source: law },
  { key: 'indicator-floor', value: '500000000', source: law },
  { key: 'indicator-count', value: 3, source: law },
  { key: 'indicator-notice-days', value: 30, source: law },
  { key: 'payment-notice-floor', value: '3000000', source: law },
  { key: 'payment-notice-days', value: 30, source: law },
  { key: 'payment-report-days', value: 30, source: law },
  { key: 'contract-notice-days', value: 30, source: law },
  { key: 'end-notice-days', value: 30, source: law },
  { key: 'standstill-days', value: 8, source: law },
  { key: 'payment-days', value: 30, source: law },
  { key: 'levy-percent', value: 0, source: rule },
  { key: 'licence', value: 'Open Government Licence v3.0', source: rule },
  { key: 'smallest-group', value: 5, source: rule },
  { key: 'alike-within', value: 25, source: rule },
  { key: 'record-capabilities', value: ['C13'], source: rule },
  { key: 'recommended-above', value: null, source: usual },
  { key: 'usual-limit', value: null, source: usual },
  { key: 'budget-basis', value: 'net', source: usual },
  { key: 'match-tolerance', value: '0', source: usual },
  {
    key: 'decision-criteria',
    source: usual,
    value: [
      'There is money left in each year in which it falls',
      'It does not come before the notice date of the present contract without a reason',
      'It is good value against what else could be bought for this list',
      'The need is not met by something the practice has already',
      'The module is accredited, and its open points are known',
      'There are people to carry the switch through',
    ],
  },
  { key: 'decision-days', value: 20, source: usual },
  { key: 'appeal-days', value: 20, source: usual },
  { key: 'urgent-review-days', value: 10, source: usual },
  { key: 'approval-life', value: 90, source: usual },
  { key: 'signing-life', value: 30, source: usual },
  { key: 'aggregation-window', value: 12, source: usual },
  { key: 'longest-hold-over', value: 90, source: usual },
  { key: 'switching-lead-time', value: 120, source: usual },
  { key: 'longest-back-dating', value: 3, source: usual },
  { key: 'notice-reminders', value: [180, 90, 60, 30, 14, 7, 1], source: usual },
  { key: 'play-gate', value: 'off', source: usual },
  { key: 'play-window', value: 30, source: usual },
  { key: 'usage-alarms', value: [80, 95], source: usual },
  {
    key: 'bank-holidays',
    source: holidays,
    value: [
      ...[
        '2026-01-01',
        '2026-04-03',
        '2026-04-06',
        '2026-05-04',
        '2026-05-25',
        '2026-08-31',
        '2026-12-25',
        '2026-12-28',
      ],
      ...[
        '2027-01-01',
        '2027-03-26',
        '2027-03-29',
        '2027-05-03',
        '2027-05-31',
        '2027-08-30',
        '2027-12-27',
        '2027-12-28',
      ],
      ...[
        '2028-01-03',
        '2028-04-14',
        '2028-04-17',
        '2028-05-01',
        '2028-05-29',
        '2028-08-28',
        '2028-12-25',
        '2028-12-26',
      ],
    ],
  },
]

/** The same as rows of the authority. */
export const firstSettingRows = () =>
  firstSettings.map(({ key, value, source, from = '2020-01-01' }) => ({
    id: fixedId(`setting/${key}`),
    key,
    value,
    source,
    validFrom: from,
  }))
