import type { ReactNode } from 'react'
import type { Actor } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'
import { Capacity } from './capacity'
import type { FullActions, FullProps } from './full-actions'
import { HazardLog } from './hazard-log'
import { Parts } from './parts'
import { Radar } from './radar'
import { Slips } from './slips'
import { StatedFacts } from './stated-facts'
import { Timers } from './timers'

/** The records of a switch of machine version 2, each with what this reader can add to it. */
export function FullSections(props: FullProps & { actor: Actor; today: Day; actions: FullActions }) {
  const { full } = props
  return (
    <>
      <Section title="Due days">
        <Timers timers={full.timers} />
      </Section>
      <Section title="Facts">
        <StatedFacts stated={full.stated} />
      </Section>
      <Section title="Hazards">
        <HazardLog {...props} />
      </Section>
      <Section title="Dependent services">
        <Radar {...props} />
      </Section>
      <Section title="Capacity">
        <Capacity {...props} />
      </Section>
      <Section title="Re-entry log">
        <Slips {...props} />
      </Section>
      <Section title="Parts">
        <Parts {...props} />
      </Section>
    </>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">{title}</h2>
      {children}
    </>
  )
}
