import type { ReactNode } from 'react'
import { InsetText } from '@/components/ui/inset-text'
import { PageTitle } from '@/components/ui/page-title'
import { type PracticeFacts as Facts, inMixedCase } from '@/lib/insight/practice'
import { ObservedSystems } from './observed-systems'
import { PracticeFacts } from './practice-facts'

type Props = {
  practice: Facts
  /** What we run under contract, pay, until when, the last day to give notice, who decides: for people of the practice only. */
  contracts?: ReactNode
  /** What else the practice could have. */
  choices?: ReactNode
}

/** A practice's page: the public facts for everybody; what the page adds stands in the two slots. */
export function PracticeSystems({ practice, contracts, choices }: Props) {
  return (
    <>
      <PageTitle caption={`Practice ${practice.code}`}>{inMixedCase(practice.name)}</PageTitle>
      {practice.demo ? <InsetText>This practice is invented for the demonstration.</InsetText> : null}
      {contracts}
      <h2 className="nhsuk-heading-m" id="runs">
        What the practice runs
      </h2>
      <ObservedSystems practice={practice} />
      {choices}
      <h2 className="nhsuk-heading-m" id="facts">
        About the practice
      </h2>
      <PracticeFacts practice={practice} />
    </>
  )
}
