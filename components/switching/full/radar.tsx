import { ActionForm } from '@/components/ui/action-form'
import { Details } from '@/components/ui/details'
import { FormSelect, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import { Table } from '@/components/ui/table'
import type { Actor } from '@/lib/platform/actor'
import { type Day, dayWords, instantInWords } from '@/lib/platform/days'
import type { SwitchRole } from '@/lib/switching/switch'
import { type FactAct, isOpen } from '@/lib/switching/switch-acts-rules'
import type { RadarFact } from '@/lib/switching/switch-facts'
import { mayState } from '@/lib/switching/switch-policy'
import type { FullActions, FullProps } from './full-actions'

type Props = FullProps & { actor: Actor; today: Day; actions: FullActions }

/** What depends on the system that is left, and how each service is taken off and put on again. */
export function Radar({ actor, view, full, people, today, actions }: Props) {
  const hidden = { id: view.id, version: view.version }
  const may = (act: FactAct, by: SwitchRole[]) => isOpen(act, view) && mayState(actor, view, people, by).allowed
  const used = full.radar.filter((l) => l.inUse)
  const plans = may('plan-service', ['delivery-partner', 'practice-manager'])
  const off = used.filter((l) => !l.offAt)
  const on = used.filter((l) => l.offAt && !l.onAt)
  const third = used.filter((l) => l.thirdParty !== '' && !l.toldOn)
  return (
    <>
      <Details summary={summaryOf(full.radar)}>
        <RadarTable radar={full.radar} />
      </Details>
      {plans ? (
        <>
          <ActionForm action={actions.plan} hidden={hidden} button="Save the plan" summary="Plan a dependent service">
            <FormSelect name="lineId" label="Service" options={optionsOf(full.radar)} />
            <FormSelect
              name="inUse"
              label="Is it in use?"
              options={[
                { value: 'yes', text: 'Yes' },
                { value: 'no', text: 'No' },
              ]}
            />
            <FormTextField name="owner" label="Owner" />
            <FormTextArea name="plan" label="Plan" hint="How it goes off and on again. Nothing about a patient." />
            <FormTextField name="thirdParty" label="Third party who must act" hint="Leave it empty if there is none." />
          </ActionForm>
          <ActionForm action={actions.addToList} hidden={hidden} button="Add the service" summary="Add a service">
            <FormTextField name="service" label="Service" />
          </ActionForm>
        </>
      ) : null}
      {plans && third.length > 0 ? (
        <ActionForm
          action={actions.told}
          hidden={hidden}
          button="Record it"
          summary="Record that a third party is told"
        >
          <FormSelect name="lineId" label="Service" options={optionsOf(third)} />
          <FormTextField name="toldOn" type="date" label="Told on" value={today} width={10} />
        </ActionForm>
      ) : null}
      {may('take-off', ['delivery-partner', 'losing-signatory', 'practice-manager']) && off.length > 0 ? (
        <ActionForm action={actions.takeOff} hidden={hidden} button="Confirm that it is off">
          <FormSelect name="lineId" label="Service of the old system" options={optionsOf(off)} />
          <FormTextField name="proof" label="What you saw" />
        </ActionForm>
      ) : null}
      {may('prove-service', ['delivery-partner', 'gaining-signatory', 'practice-manager']) && on.length > 0 ? (
        <ActionForm action={actions.prove} hidden={hidden} button="Confirm that it works">
          <FormSelect name="lineId" label="Service on the new system" options={optionsOf(on)} />
          <FormTextField name="proof" label="What you tested" />
        </ActionForm>
      ) : null}
    </>
  )
}

const summaryOf = (radar: RadarFact[]): string => {
  const used = radar.filter((l) => l.inUse)
  const unsaid = radar.filter((l) => l.inUse === null).length
  return `${radar.length} services: ${used.length} in use, ${unsaid} not stated, ${used.filter((l) => l.offAt).length} off, ${used.filter((l) => l.onAt).length} proven`
}
const optionsOf = (lines: RadarFact[]) => lines.map((l) => ({ value: l.id, text: l.service }))

function RadarTable({ radar }: { radar: RadarFact[] }) {
  return (
    <Table
      caption="Dependent services"
      hideCaption
      columns={[
        { heading: 'Service' },
        { heading: 'In use' },
        { heading: 'Owner and plan' },
        { heading: 'Third party' },
        { heading: 'Old link' },
        { heading: 'New link' },
      ]}
      rows={radar.map((l) => ({
        key: l.id,
        cells: [
          l.service,
          l.inUse === null ? 'not stated' : l.inUse ? 'yes' : 'no',
          l.owner ? `${l.owner}: ${l.plan}` : 'none',
          l.thirdParty ? `${l.thirdParty}, ${l.toldOn ? `told on ${dayWords(l.toldOn)}` : 'not told'}` : 'none',
          l.offAt ? `off since ${instantInWords(l.offAt)}: ${l.offProof}` : 'not confirmed off',
          l.onAt ? `proven ${instantInWords(l.onAt)}: ${l.onProof}` : 'not proven',
        ],
      }))}
    />
  )
}
