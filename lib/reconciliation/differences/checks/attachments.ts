import { isArray, isNumber, isObject, type Json, type JsonObject, textAt } from '../../json/json'
import type { Change } from '../finding'

const documentTypes = ['DocumentReference', 'Binary', 'Media', 'DocumentManifest']

/** A file beside the record or inside it, whatever key it stands at. */
function isAttachment(value: Json | undefined): boolean {
  if (!isObject(value)) return false
  const says = (key: string) => typeof value.get(key) === 'string'
  return (
    (says('contentType') && (says('url') || says('data') || says('hash') || value.has('size'))) ||
    (says('hash') && (says('url') || isNumber(value.get('size'))))
  )
}

/** C11: whether the resource is a document, or holds an attachment anywhere. */
export function holdsAttachment(resource: JsonObject): boolean {
  if (documentTypes.includes(textAt(resource, 'resourceType') ?? '')) return true
  const inside = (value: Json): boolean =>
    isAttachment(value) ||
    (isArray(value) && value.some(inside)) ||
    (isObject(value) && [...value.values()].some(inside))
  return inside(resource)
}

/** C11: whether a change lies in an attachment of either side, takes one away or brings one, or is the document's owner. */
export function touchesAttachment(
  { steps, before, after }: Change,
  of: { before: JsonObject; after: JsonObject },
): boolean {
  if (textAt(of.before, 'resourceType') === 'Binary') return true
  if (steps.includes('attachment') || [before, after].some((v) => v !== undefined && holds(v))) return true
  const owner = documentTypes.includes(textAt(of.before, 'resourceType') ?? '')
  if (owner && ['subject', 'patient', 'type', 'status', 'docStatus'].includes(String(steps[0]))) return true
  return [of.before, of.after].some((tree) => {
    let at: Json | undefined = tree
    return steps.some((step) => {
      at = typeof step === 'number' ? (isArray(at) ? at[step] : undefined) : isObject(at) ? at.get(step) : undefined
      return isAttachment(at)
    })
  })
}

function holds(value: Json): boolean {
  if (isAttachment(value)) return true
  return isArray(value) ? value.some(holds) : isObject(value) && [...value.values()].some(holds)
}
