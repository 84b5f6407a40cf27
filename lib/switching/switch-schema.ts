import { z } from 'zod'
import { isDay } from '@/lib/platform/days'
import { holdsNhsNumber } from './free-text-rules'
import { gates } from './gates/gate-table-rules'
import { isSwitchRole, runKinds, type SwitchRole, switchParts } from './switch'

const id = z.uuid()
const version = z.coerce.number().int()
export const sha256 = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{64}$/, 'Enter the SHA-256 of the file: 64 digits from 0 to 9 and a to f')
/** SW-06, SW-07. */
export const freeText = z
  .string()
  .trim()
  .max(2_000, 'Use at most 2,000 characters')
  .refine(
    (text) => !holdsNhsNumber(text),
    'This text holds what could be an NHS number. Leave out anything about a patient',
  )
export const reason = freeText.refine((text) => text.length >= 30, 'Give the reason in at least 30 characters')

/** The page of a list that an address asks for; nonsense asks for the first. */
export const pageInput = z.coerce.number().int().min(1).max(10_000).catch(1)

export const openSwitchInput = z.object({
  leavingContractId: id,
  gainingContractId: id.optional(),
  callOffId: id.optional(),
})
export type OpenSwitchInput = z.infer<typeof openSwitchInput>

/** The form: a contract that is not chosen yet comes as an empty text. */
export const openSwitchForm = z.preprocess((value) => {
  const { gainingContractId, ...rest } = value as Record<string, unknown>
  return gainingContractId ? value : rest
}, openSwitchInput)

export const moveInput = z.object({ id, version })
export type MoveInput = z.infer<typeof moveInput>

export const reasonInput = moveInput.extend({ reason })
export type ReasonInput = z.infer<typeof reasonInput>

export const bindContractInput = moveInput.extend({ gainingContractId: z.uuid('Choose a contract') })
export type BindContractInput = z.infer<typeof bindContractInput>

export const orderInput = moveInput.extend({ gainingContractId: id.optional() })
export type OrderInput = z.infer<typeof orderInput>

export const namePersonInput = moveInput.extend({
  role: z.custom<SwitchRole>((value) => typeof value === 'string' && isSwitchRole(value), 'Choose a role'),
  personId: z.uuid('Choose a person'),
})
export type NamePersonInput = z.infer<typeof namePersonInput>

/** The form: role and person come as one choice, `role/person`. */
export const namePersonForm = z.preprocess((value) => {
  const { personId, ...rest } = value as Record<string, unknown>
  const [role, id] = String(personId ?? '').split('/')
  return { ...rest, role, personId: id }
}, namePersonInput)

export const enterManifestInput = moveInput.extend({
  kind: z.enum(runKinds, 'Choose which'),
  side: z.enum(['source', 'target']),
  sha256,
})
export type EnterManifestInput = z.infer<typeof enterManifestInput>

export const registerKeyInput = moveInput.extend({
  publicKeyPem: z
    .string()
    .trim()
    .min(1, 'Paste the contents of signing.pub')
    .max(1_000, 'This is no Ed25519 public key'),
})
export type RegisterKeyInput = z.infer<typeof registerKeyInput>

export const revokeKeyInput = moveInput.extend({ keyId: z.string().regex(/^[0-9a-f]{16}$/) })
export type RevokeKeyInput = z.infer<typeof revokeKeyInput>

export const acceptDifferenceInput = reasonInput.extend({
  reportId: id,
  checkId: z.string().regex(/^C\d\d$/),
  hazardId: z.string().regex(/^H[1-9]\d{0,2}$/, 'Enter a hazard of the log, such as H1'),
})
export type AcceptDifferenceInput = z.infer<typeof acceptDifferenceInput>

/** The form: report and check come as one choice, `report/check`. */
export const acceptDifferenceForm = z.preprocess((value) => {
  const { checkId, ...rest } = value as Record<string, unknown>
  const [reportId, check] = String(checkId ?? '').split('/')
  return { ...rest, reportId, checkId: check }
}, acceptDifferenceInput)

export const signGateInput = moveInput.extend({
  gate: z.enum(gates),
  role: z.custom<SwitchRole>((value) => typeof value === 'string' && isSwitchRole(value)),
  /** The hash of the facts that the signer saw. */
  factsHash: sha256,
})
export type SignGateInput = z.infer<typeof signGateInput>

export const certifyDeletionInput = moveInput.extend({
  sha256,
  deletedOn: z.string().refine(isDay, 'Enter a real date'),
})
export type CertifyDeletionInput = z.infer<typeof certifyDeletionInput>

export const moveSwitchInput = moveInput.extend({
  command: z.enum([
    'make-case',
    'mobilise',
    'prepare',
    'accept-data',
    'freeze',
    'settle',
    'resume',
    'remedied',
    'restart',
  ]),
})
export type MoveSwitchInput = z.infer<typeof moveSwitchInput>

export const openPartInput = moveInput.extend({
  part: z.enum(
    Object.keys(switchParts).filter((part) => part !== 'whole') as ['documents', 'appointments'],
    'Choose a part',
  ),
})
export type OpenPartInput = z.infer<typeof openPartInput>
