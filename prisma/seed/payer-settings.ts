import type { SettingValue } from '@/lib/settings/setting'
import type { SettingKey } from '@/lib/settings/setting-keys'

/** What the commissioners of the story have set for themselves and checked: invented, as they are. */
export const payerSettings: { payer: string; key: SettingKey; value: SettingValue; source: string }[] = [
  {
    payer: 'northbank',
    key: 'decision-criteria',
    source: 'Board paper of the demonstration: how we fund practice systems',
    value: [
      'There is money left in each year in which it falls',
      'The practice says what the present system cannot do',
      'It is the best value of what was compared for this list size',
      'The module is conformant, or its open points were noted one by one',
      'A date after the notice date of the present contract, or a reason why not',
    ],
  },
  {
    payer: 'southbank',
    key: 'decision-criteria',
    source: 'Board paper of the demonstration: principles of digital funding',
    value: [
      'There is money left this year',
      'Two or more practices nearby can share the training',
      'No service is paid for twice while the practice moves',
    ],
  },
  {
    payer: 'southbank',
    key: 'decision-days',
    source: 'Board paper of the demonstration: principles of digital funding',
    value: 30,
  },
]
