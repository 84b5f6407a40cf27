import { type Contract, noticeDateOf } from '@/lib/contracts/contract'
import type { ContractSite } from '@/lib/contracts/site'
import { dayWords } from '@/lib/platform/days'
import type { PracticeTask } from './option'

type Named = Pick<Contract, 'id' | 'moduleName'>

/** What a practice must say of the days on which its systems went live. */
export function siteTasks(contract: Named & { sites: ContractSite[] }, practiceId: string): PracticeTask[] {
  return contract.sites
    .filter((site) => site.practiceId === practiceId)
    .flatMap((site) => {
      const words = siteWords(site, contract.moduleName)
      return words ? [{ key: `site/${site.id}`, words, href: `/contracts/${contract.id}`, due: null }] : []
    })
}

function siteWords(site: ContractSite, name: string): string | undefined {
  const { state, practiceSaysOn, supplierSaysOn, practiceCorrectsTo, supplierCorrectsTo } = site
  if (state === 'half-confirmed' && practiceSaysOn === null && supplierSaysOn)
    return `Confirm the day on which ${name} went live: its supplier says ${dayWords(supplierSaysOn)}`
  if (state === 'disputed' && practiceSaysOn && supplierSaysOn)
    return `Agree on the day on which ${name} went live: you say ${dayWords(practiceSaysOn)}, its supplier ${dayWords(supplierSaysOn)}`
  if (state === 'planned') return `Confirm the day on which ${name} goes live, once it is in use`
  if (state === 'live' && supplierCorrectsTo && supplierCorrectsTo !== practiceCorrectsTo)
    return `The supplier of ${name} says that it went live on another day: ${dayWords(supplierCorrectsTo)}`
  return undefined
}

/** Contracts whose notice date is near and that nobody has decided on. */
export const decisionTasks = (
  contracts: (Named & Pick<Contract, 'state' | 'endsOn' | 'noticeDays'>)[],
): PracticeTask[] =>
  contracts
    .filter(({ state }) => state === 'expiring')
    .map((contract) => ({
      key: `decide/${contract.id}`,
      words: `Decide on ${contract.moduleName}: stay, renegotiate or move. The last day to give notice is ${dayWords(noticeDateOf(contract))}`,
      href: `/systems/switching#contract-${contract.id}`,
      due: noticeDateOf(contract),
    }))
