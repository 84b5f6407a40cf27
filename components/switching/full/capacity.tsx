import { ActionForm } from '@/components/ui/action-form'
import { FormSelect, FormTextField } from '@/components/ui/form-fields'
import { Table } from '@/components/ui/table'
import type { Actor } from '@/lib/platform/actor'
import { dayWords } from '@/lib/platform/days'
import { type CapacityWeek, capacityKinds, freeSlots } from '@/lib/switching/capacity/capacity'
import { isOpen } from '@/lib/switching/switch-acts-rules'
import { mayState, publishesCapacityOf } from '@/lib/switching/switch-policy'
import type { FullActions, FullProps } from './full-actions'

/** The weeks in which the gaining supplier and the IT partner can work, and what this switch has reserved of them. */
export function Capacity({ actor, view, full, people, actions }: FullProps & { actor: Actor; actions: FullActions }) {
  const hidden = { id: view.id, version: view.version }
  const reserves =
    isOpen('reserve-capacity', view) && mayState(actor, view, people, ['practice-manager', 'delivery-partner']).allowed
  const held = new Set(full.reserved.map((r) => r.weekId))
  const free = full.weeks.filter((w) => freeSlots(w) > 0 && !held.has(w.id))
  const publisher = publishesCapacityOf(actor, view)
  return (
    <>
      {full.earliestGoLive ? <p>The earliest day of go-live is {dayWords(full.earliestGoLive)}.</p> : null}
      {full.weeks.length === 0 ? (
        <p>No capacity is published for the weeks to come.</p>
      ) : (
        <Weeks weeks={full.weeks} held={held} />
      )}
      {reserves && free.length > 0 ? (
        <ActionForm action={actions.reserve} hidden={hidden} button="Reserve the week">
          <FormSelect name="weekId" label="Week to reserve" options={optionsOf(free)} />
        </ActionForm>
      ) : null}
      {reserves && held.size > 0 ? (
        <ActionForm action={actions.release} hidden={hidden} button="Give it back" summary="Give a week back">
          <FormSelect
            name="weekId"
            label="Reserved week"
            options={full.reserved.map((r) => ({
              value: r.weekId,
              text: `${capacityKinds[r.kind as keyof typeof capacityKinds]}, week of ${dayWords(r.week)}`,
            }))}
          />
        </ActionForm>
      ) : null}
      {publisher ? (
        <ActionForm
          action={actions.publish}
          hidden={{ switchId: view.id, organisationId: publisher }}
          button="Publish the week"
          summary="Publish capacity"
        >
          <FormSelect
            name="kind"
            label="Kind of work"
            options={Object.entries(capacityKinds).map(([value, text]) => ({ value, text }))}
          />
          <FormTextField name="week" type="date" label="Monday of the week" width={10} />
          <FormTextField name="slots" label="How many" width={5} />
          <FormSelect
            name="blackout"
            label="Closed week?"
            options={[
              { value: 'no', text: 'No' },
              { value: 'yes', text: 'Yes, nothing can be reserved' },
            ]}
          />
        </ActionForm>
      ) : null}
    </>
  )
}

const optionsOf = (weeks: CapacityWeek[]) =>
  weeks.map((w) => ({
    value: w.id,
    text: `${capacityKinds[w.kind]}, week of ${dayWords(w.week)}: ${freeSlots(w)} free`,
  }))

function Weeks({ weeks, held }: { weeks: CapacityWeek[]; held: Set<string> }) {
  return (
    <Table
      caption="Capacity by week"
      hideCaption
      columns={[
        { heading: 'Week of' },
        { heading: 'Work' },
        { heading: 'Free' },
        { heading: 'Reserved for this switch' },
      ]}
      rows={weeks.map((w) => ({
        key: w.id,
        cells: [
          dayWords(w.week),
          capacityKinds[w.kind],
          w.blackout ? 'closed' : `${freeSlots(w)} of ${w.slots}`,
          held.has(w.id) ? 'yes' : 'no',
        ],
      }))}
    />
  )
}
