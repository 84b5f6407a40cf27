import type { Actor } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'
import { RecordSection } from '../record-section'
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
      <RecordSection title="Due days">
        <Timers timers={full.timers} />
      </RecordSection>
      <RecordSection title="Facts">
        <StatedFacts stated={full.stated} />
      </RecordSection>
      <RecordSection title="Hazards">
        <HazardLog {...props} />
      </RecordSection>
      <RecordSection title="Dependent services">
        <Radar {...props} />
      </RecordSection>
      <RecordSection title="Capacity">
        <Capacity {...props} />
      </RecordSection>
      <RecordSection title="Re-entry log">
        <Slips {...props} />
      </RecordSection>
      <RecordSection title="Parts">
        <Parts {...props} />
      </RecordSection>
    </>
  )
}
