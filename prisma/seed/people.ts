import type { Role } from '@/lib/identity/roles'

export type DemoOrganisation = {
  key: string
  kind: string
  code: string | null
  name: string
  partOfCode?: string
  patients?: number
}

/** The organisations of the demonstration story. Invented, all of them. */
export const demoOrganisations: DemoOrganisation[] = [
  {
    key: 'riverside',
    kind: 'practice',
    code: 'DEMO01',
    name: 'Riverside Surgery',
    partOfCode: 'DEMONB',
    patients: 9871,
  },
  {
    key: 'hillside',
    kind: 'practice',
    code: 'DEMO02',
    name: 'Hillside Medical Centre',
    partOfCode: 'DEMOSB',
    patients: 6000,
  },
  { key: 'northbank', kind: 'commissioner', code: 'DEMONB', name: 'North Bank CCG' },
  { key: 'southbank', kind: 'commissioner', code: 'DEMOSB', name: 'South Bank CCG' },
  { key: 'meridian', kind: 'supplier', code: null, name: 'Meridian Health Systems' },
  { key: 'openpath', kind: 'supplier', code: null, name: 'OpenPath Clinical' },
  { key: 'authority', kind: 'authority', code: null, name: 'National GP Systems Authority' },
]

export type DemoPerson = { email: string; name: string; in: string; role: Role; limitPence?: bigint }

/** The people of the demonstration story; their addresses are part of the outside contract. */
export const demoPeople: DemoPerson[] = [
  { email: 'manager@riverside.example', name: 'Priya Shah', in: 'riverside', role: 'practice-manager' },
  { email: 'partner@riverside.example', name: 'Dr Tom Ellery', in: 'riverside', role: 'gp-partner' },
  { email: 'manager@hillside.example', name: 'Grace Okafor', in: 'hillside', role: 'practice-manager' },
  { email: 'requester@northbank.example', name: 'Liam Walsh', in: 'northbank', role: 'funding-requester' },
  {
    email: 'approver@northbank.example',
    name: 'Hannah Reid',
    in: 'northbank',
    role: 'funding-approver',
    limitPence: 10_000_000n,
  },
  {
    email: 'director@northbank.example',
    name: 'Marcus Boateng',
    in: 'northbank',
    role: 'funding-approver',
    limitPence: 500_000_000n,
  },
  {
    email: 'recommender@northbank.example',
    name: 'Joan Ellis',
    in: 'northbank',
    role: 'funding-recommender',
  },
  { email: 'finance@northbank.example', name: 'Femi Adeyemi', in: 'northbank', role: 'finance-officer' },
  { email: 'safety@northbank.example', name: 'Dr Aisha Khan', in: 'northbank', role: 'clinical-safety-officer' },
  { email: 'privacy@northbank.example', name: 'Owen Price', in: 'northbank', role: 'data-protection-officer' },
  { email: 'delivery@northbank.example', name: 'Sofia Marino', in: 'northbank', role: 'delivery-partner' },
  {
    email: 'approver@southbank.example',
    name: 'Rob Tennant',
    in: 'southbank',
    role: 'funding-approver',
    limitPence: 10_000_000n,
  },
  { email: 'editor@meridian.example', name: 'Claire Dunn', in: 'meridian', role: 'supplier-editor' },
  { email: 'signatory@meridian.example', name: 'Peter Hale', in: 'meridian', role: 'supplier-signatory' },
  { email: 'editor@openpath.example', name: 'Nadia Hussain', in: 'openpath', role: 'supplier-editor' },
  { email: 'signatory@openpath.example', name: 'James Whitlock', in: 'openpath', role: 'supplier-signatory' },
  { email: 'author@authority.example', name: 'Ruth Adler', in: 'authority', role: 'standards-author' },
  { email: 'assessor@authority.example', name: 'Imran Qureshi', in: 'authority', role: 'assessor' },
  { email: 'reviewer@authority.example', name: 'Helen Frost', in: 'authority', role: 'reviewer' },
  { email: 'officer1@authority.example', name: 'David Mensah', in: 'authority', role: 'officer' },
  { email: 'officer2@authority.example', name: 'Kate Lindqvist', in: 'authority', role: 'officer' },
  { email: 'curator@authority.example', name: 'Sam Doyle', in: 'authority', role: 'curator' },
]
