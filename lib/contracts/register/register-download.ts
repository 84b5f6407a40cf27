import { poundsWords } from '@/lib/platform/money'
import { contractStateLabels } from '../contract'
import type { RegisterRow } from './register-store'

export const registerHeader = [
  'Contract',
  'System',
  'Practice',
  'ODS code',
  'Paid by',
  'Supplier',
  'State',
  'Starts',
  'Ends',
  'Days of notice',
  'Last day to give notice',
  'A year',
  'Whole life',
]

export const registerCells = (row: RegisterRow): (string | number)[] => [
  row.number,
  row.moduleName,
  row.practice,
  row.practiceCode ?? '',
  row.payer,
  row.supplier,
  contractStateLabels[row.state],
  row.startsOn,
  row.endsOn,
  row.noticeDays,
  row.noticeDate,
  poundsWords(row.yearlyPence),
  poundsWords(row.totalPence),
]
