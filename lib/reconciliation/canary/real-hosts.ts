import { isActiveMedication, isActiveRepeat, isFutureAppointment, isOpenTask } from '../differences/checks/record-facts'
import type { PlantedClass } from '../generator/plant-losses'
import { timesTen, withChange } from '../generator/plant-losses'
import { isArray, isNumber, isObject, type Json, JsonNumber, type JsonObject, textAt } from '../json/json'

/** What a class of loss does to a real record of the target: undefined where the record is no host for it. */
export type Alteration = (record: JsonObject, asOf: number) => 'lost' | 'twice' | { altered: JsonObject } | undefined

const lostIf =
  (isHost: (record: JsonObject, asOf: number) => boolean): Alteration =>
  (record, asOf) =>
    isHost(record, asOf) ? 'lost' : undefined
const isOf = (type: string) => (record: JsonObject) => textAt(record, 'resourceType') === type

/** An alteration of what stands at a path, where `to` answers something for it. */
const at =
  (isHost: (record: JsonObject) => boolean, path: string, to: (was: Json) => Json | null): Alteration =>
  (record) => {
    const steps = path.split('.')
    const was = isHost(record) ? valueAt(record, steps) : undefined
    const changed = was === undefined ? null : to(was)
    if (changed === null) return undefined
    return { altered: withChange(record, steps, () => (changed === gone ? undefined : changed)) as JsonObject }
  }
const gone: Json = []

function valueAt(record: JsonObject, steps: string[]): Json | undefined {
  return steps.reduce<Json | undefined>(
    (value, step) => (isArray(value) ? value[Number(step)] : isObject(value) ? value.get(step) : undefined),
    record,
  )
}

/** The classes of §8 on the records of a real target. `L-patient` and `L-wrong-patient` need two patients: see below. */
export const alterations: Partial<Record<PlantedClass, Alteration>> = {
  'L-allergy': lostIf(isOf('AllergyIntolerance')),
  'L-medication': lostIf(isActiveRepeat),
  'L-document': lostIf(isOf('DocumentReference')),
  'L-appointment': lostIf(isFutureAppointment),
  'L-task': lostIf(isOpenTask),
  'L-degraded': at(
    (r) => isOf('AllergyIntolerance')(r) && textAt(r.get('code'), 'text') !== undefined,
    'code.coding',
    (was) => (isArray(was) && was.some((one) => textAt(one, 'code')) ? gone : null),
  ),
  'L-dose': at(isActiveRepeat, 'dosageInstruction.0.text', (was) =>
    typeof was === 'string' && was.length > 6 ? was.slice(0, -6) : null,
  ),
  'L-value': at(isOf('Observation'), 'valueQuantity.value', (was) =>
    isNumber(was) && /^\d*[1-9]\d*(\.\d+)?$/.test(was.text) ? new JsonNumber(timesTen(was.text)) : null,
  ),
  'L-status': at(isActiveRepeat, 'status', (was) => (was === 'active' ? 'completed' : null)),
  'L-consent': at(isOf('Consent'), 'provision.type', (was) => (was === 'permit' ? 'deny' : 'permit')),
  'L-attachment': at(isOf('DocumentReference'), 'content.0.attachment.hash', (was) =>
    typeof was === 'string' ? was.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')) : null,
  ),
  'L-duplicate': (record) => (isActiveMedication(record) ? 'twice' : undefined),
}
