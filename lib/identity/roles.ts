/** Every role a grant may name: where it is held, and what people call it. */
export const roles = {
  'practice-manager': { heldIn: 'practice', title: 'Practice manager' },
  'gp-partner': { heldIn: 'practice', title: 'GP partner and clinical lead' },
  'funding-requester': { heldIn: 'commissioner', title: 'Commissioning manager' },
  'funding-approver': { heldIn: 'commissioner', title: 'Funding approver' },
  'funding-recommender': { heldIn: 'commissioner', title: 'Funding recommender' },
  'finance-officer': { heldIn: 'commissioner', title: 'Finance officer' },
  'clinical-safety-officer': { heldIn: 'commissioner', title: 'Clinical safety officer' },
  'data-protection-officer': { heldIn: 'commissioner', title: 'Data protection officer' },
  'delivery-partner': { heldIn: 'commissioner', title: 'IT delivery partner' },
  'supplier-editor': { heldIn: 'supplier', title: 'Supplier editor' },
  'supplier-signatory': { heldIn: 'supplier', title: 'Supplier signatory' },
  'standards-author': { heldIn: 'authority', title: 'Standards author' },
  assessor: { heldIn: 'authority', title: 'Assessor' },
  reviewer: { heldIn: 'authority', title: 'Reviewer' },
  officer: { heldIn: 'authority', title: 'Deciding officer' },
  curator: { heldIn: 'authority', title: 'Curator' },
} as const

export type Role = keyof typeof roles

/** Roles about a payer's money are held in a practice too, where it pays for itself. */
const alsoInPractice: Role[] = ['funding-approver', 'funding-recommender', 'finance-officer']

/** Whether a role can be held in an organisation of this kind. */
export const mayBeHeldIn = (role: Role, kind: string): boolean =>
  roles[role].heldIn === kind || (kind === 'practice' && alsoInPractice.includes(role))

export const isRole = (value: string): value is Role => Object.hasOwn(roles, value)

/** What people call a role; the id itself where a former role is no longer listed. */
export const roleTitle = (role: string): string => (isRole(role) ? roles[role].title : role)
