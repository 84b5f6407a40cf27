import 'server-only'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import type { Actor } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { next } from '@/lib/platform/machine'
import { type ContractView, getContract } from '../get-contract'
import { type Change, extraPence, type TermsVersion } from './change'
import { type ChangeCommand, changeMachine } from './change-machine'
import { mayAskForMoney, mayMakeEffective, mayPropose, mayRecordNotice, maySignChange } from './change-policy'
import { findChanges } from './change-store'
import { findVersions } from './version-store'

export type ChangeView = Change & {
  addedPractices: string[]
  extraPence: bigint
  may: { ask: boolean; sign: boolean; notice: boolean; effect: boolean; reject: boolean }
}
export type ContractChanges = {
  contract: ContractView
  versions: TermsVersion[]
  changes: ChangeView[]
  mayPropose: boolean
}

/** The versions of a contract and its changes, with what this reader can do now; undefined for everybody who is not party to it. */
export async function getContractChanges(actor: Actor, id: string, today: Day): Promise<ContractChanges | undefined> {
  const contract = await getContract(actor, id, today)
  if (!contract) return undefined
  const [versions, changes] = [await findVersions(db, id), await findChanges(db, id)]
  const name = await nameOrganisations(changes.flatMap((change) => change.addedPracticeIds))
  const open = changes.some((change) => !['effective', 'rejected'].includes(change.state))
  const runs = ['mobilising', 'live', 'expiring'].includes(contract.state)
  return {
    contract,
    versions,
    changes: changes.map((change) => ({
      ...change,
      addedPractices: change.addedPracticeIds.map(name),
      extraPence: extraPence(
        change.terms,
        versions.findLast((v) => v.changeId !== change.id && v.madeAt <= change.proposedAt) ?? contract,
      ),
      may: whatMay(actor, contract, change, today),
    })),
    mayPropose: runs && !open && mayPropose(actor, contract).allowed,
  }
}

function whatMay(actor: Actor, contract: ContractView, change: Change, today: Day): ChangeView['may'] {
  const open = (command: ChangeCommand) => next(changeMachine, change.state, command) !== undefined
  const needed = change.impact?.needsNotice === true && change.notice === null
  return {
    ask: open('ask-funding') && change.fundingRequestId === null && mayAskForMoney(actor, contract).allowed,
    sign: open('sign-first') && maySignChange(actor, contract, change).allowed,
    notice: open('record-notice') && needed && mayRecordNotice(actor, contract).allowed,
    effect: open('make-effective') && change.effectiveOn <= today && mayMakeEffective(actor, contract).allowed,
    reject: open('reject') && mayPropose(actor, contract).allowed,
  }
}
