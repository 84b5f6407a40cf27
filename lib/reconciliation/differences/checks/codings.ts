import { isArray, isNumber, isObject, type Json } from '../../json/json'

/**
 * Every coding in a value as `system|code`. A coding is an object with a code that carries no figure: an amount with a unit's
 * code is no coding. Codes of STU3 that stand bare (`clinicalStatus: "active"`) are words of one field, not codings.
 */
export function codingsIn(value: Json | undefined, found: string[] = []): string[] {
  if (isArray(value)) for (const item of value) codingsIn(item, found)
  else if (isObject(value)) {
    const code = value.get('code')
    const system = value.get('system')
    if (typeof code === 'string' && !isNumber(value.get('value')))
      found.push(`${typeof system === 'string' ? system : ''}|${code}`)
    for (const item of value.values()) codingsIn(item, found)
  }
  return found
}

/** Whether each coding of the one is in the other, as often. */
export function hasAllCodings(before: Json, after: Json | undefined): boolean {
  const left = codingsIn(after)
  return codingsIn(before).every((coding) => {
    const at = left.indexOf(coding)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}
