import type { RegisterAnswer } from '@/lib/platform/company-register'

export type SupplierAccountState = 'requested' | 'checking' | 'active' | 'refused' | 'suspended'

export const supplierAccountStateWords: Record<SupplierAccountState, string> = {
  requested: 'Waiting for the proof of the email address',
  checking: 'Waiting for the authority',
  active: 'Active',
  refused: 'Refused',
  suspended: 'Suspended',
}

export const registerWords: Record<RegisterAnswer, string> = {
  found: 'Found under this name',
  dissolved: 'Dissolved',
  'name-differs': 'Found under another name',
  'not-found': 'No company has this number',
  unavailable: 'The register did not answer',
}

export type SupplierRequest = {
  id: string
  companyNumber: string
  legalName: string
  brand: string
  personName: string
  email: string
  state: SupplierAccountState
  version: number
  registerSaid: RegisterAnswer | null
  requestedAt: Date
  expiresAt: Date
}
