import { describe, expect, it } from 'vitest'
import { sentences } from '@/lib/audit/event-words'
import { companyRegister } from '@/lib/platform/company-register'
import { edgesOf, type Machine, next, unreachableStates } from '@/lib/platform/machine'
import { actorWith } from '@/lib/testing/context'
import { supplierAccountStateWords } from './supplier-account'
import { supplierAccountMachine } from './supplier-account-machine'
import { mayKeepSuppliers } from './supplier-account-policy'
import { companyNumber } from './supplier-account-schema'

const machine: Machine<string, string> = supplierAccountMachine
const legal: Record<string, Record<string, string>> = {
  requested: { confirm: 'checking' },
  checking: { accept: 'active', refuse: 'refused' },
  active: { suspend: 'suspended' },
  suspended: { reinstate: 'active' },
  refused: {},
}

describe('the machine of a supplier account', () => {
  const commands = [...new Set(edgesOf(machine).map((edge) => edge.command))]
  it.each(Object.keys(machine).flatMap((state) => commands.map((command) => [state, command] as const)))(
    '%s, %s',
    (state, command) => expect(next(machine, state, command)?.to).toBe(legal[state]?.[command]),
  )
  it('reaches every state, each with words, each event with a sentence', () => {
    expect(unreachableStates(machine, 'requested')).toEqual([])
    expect(Object.keys(supplierAccountStateWords).sort()).toEqual(Object.keys(machine).sort())
    expect(edgesOf(machine).filter((edge) => !sentences[edge.event])).toEqual([])
  })
})

describe('SUP-1', () => {
  it.each([
    ['01234567', true],
    ['sc123456', true],
    [' NI123456 ', true],
    ['1234567', false],
    ['S1234567', false],
    ['012345678', false],
    ['ABC12345', false],
  ])('company number %s', (text, right) => expect(companyNumber.safeParse(text).success).toBe(right))

  it('the stand-in answers everything that a register can', async () => {
    const numbers = ['01230000', '01239991', '01239992', '01239993', '01239994']
    const answers = await Promise.all(numbers.map((number) => companyRegister.find(number, 'A Limited')))
    expect(answers).toEqual(['found', 'dissolved', 'name-differs', 'not-found', 'unavailable'])
  })
})

describe('who keeps the accounts', () => {
  const curator = { role: 'curator', organisationId: 'authority' }
  it.each([
    ['a curator', actorWith('p', curator), true],
    [
      'a curator with a role in that supplier',
      actorWith('p', curator, { role: 'supplier-editor', organisationId: 's' }),
      false,
    ],
    ['a reviewer', actorWith('p', { role: 'reviewer', organisationId: 'authority' }), false],
    ['a signatory', actorWith('p', { role: 'supplier-signatory', organisationId: 's' }), false],
  ])('%s', (_, actor, allowed) => expect(mayKeepSuppliers(actor, 's').allowed).toBe(allowed))
})
