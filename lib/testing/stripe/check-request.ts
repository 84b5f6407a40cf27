import type { FormValue } from './form-body'
import { literals, literalsOfParameters } from './literals'
import type { Schema, Schemas } from './request-schemas'
import type { RequestName, Requests } from './request-types'
import { refused, StripeFault } from './stripe-error'

/**
 * What came in a form, checked against the schema of its request and turned into numbers, booleans, lists and objects (E3).
 * @throws 400 with `param` for an unknown parameter, a missing one, a fraction where an integer belongs, a value not of its enum.
 */
export function checkRequest<N extends RequestName>(schemas: Schemas, name: N, form: FormValue): Requests[N] {
  return check({ schemas, name }, schemas.of(name), form, '') as Requests[N]
}

type At = { schemas: Schemas; name: RequestName }

function check(at: At, schema: Schema, value: FormValue, path: string): unknown {
  if (schema.$ref) return checkNamed(at, decodeURIComponent(schema.$ref.replace('#/definitions/', '')), value, path)
  if (schema.anyOf) return checkAny(at, schema.anyOf, value, path)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((one) => check(at, one, value, path)))
  if (Array.isArray(schema.type))
    return checkAny(
      at,
      schema.type.map((type) => ({ ...schema, type })),
      value,
      path,
    )
  if ('const' in schema) return literal([schema.const], value, path)
  if (schema.enum) return literal(schema.enum, value, path)
  if (schema.type === 'object' || schema.properties) return checkObject(at, schema, value, path)
  if (schema.type === 'array') return checkList(at, schema, value, path)
  if (typeof value !== 'string') throw refused(`Invalid ${path}: no hash is expected here`, { param: path })
  if (schema.type === 'null') return value === '' ? null : fail(path, 'an empty value')
  if (schema.type === 'number')
    return /^-?\d{1,15}$/.test(value) ? Number(value) : fail(path, 'an integer', 'parameter_invalid_integer')
  if (schema.type === 'boolean')
    return value === 'true' || value === 'false' ? value === 'true' : fail(path, 'a boolean')
  return text(at, value, path)
}

function checkNamed(at: At, name: string, value: FormValue, path: string): unknown {
  if (name === 'Decimal') return /^-?\d+(\.\d{1,12})?$/.test(String(value)) ? value : fail(path, 'a decimal')
  const own = literals[name]
  if (own) return literal(own, value, path)
  const schema = at.schemas.definitions[name]!
  // Any string is what the SDK's types add to every enum: here only its literals count.
  const strict = schema.anyOf?.filter((one) => one.$ref !== '#/definitions/OtherString')
  return check(at, strict && strict.length > 0 ? { anyOf: strict } : schema, value, path)
}

function checkAny(at: At, choices: Schema[], value: FormValue, path: string): unknown {
  let deepest: StripeFault | undefined
  for (const choice of choices) {
    try {
      return check(at, choice, value, path)
    } catch (error) {
      if (!(error instanceof StripeFault)) throw error
      if (!deepest || (error.more.param ?? '').length > (deepest.more.param ?? '').length) deepest = error
    }
  }
  throw deepest!
}

function checkObject(at: At, schema: Schema, value: FormValue, path: string): unknown {
  if (typeof value === 'string') return fail(path, 'a hash')
  const known = schema.properties ?? {}
  const rest = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined
  const checked: Record<string, unknown> = Object.create(null)
  for (const [name, given] of Object.entries(value)) {
    const here = path === '' ? name : `${path}[${name}]`
    const child = Object.hasOwn(known, name) ? known[name] : rest
    if (!child) throw refused(`Received unknown parameter: ${here}`, { param: here, code: 'parameter_unknown' })
    checked[name] = check(at, child, given, here)
  }
  const missing = (schema.required ?? []).find((name) => !(name in value))
  if (missing) {
    const here = path === '' ? missing : `${path}[${missing}]`
    throw refused(`Missing required param: ${here}.`, { param: here, code: 'parameter_missing' })
  }
  return checked
}

function checkList(at: At, schema: Schema, value: FormValue, path: string): unknown {
  if (typeof value === 'string') return fail(path, 'an array')
  return Object.values(value).map((one, i) => check(at, schema.items ?? {}, one, `${path}[${i}]`))
}

function text(at: At, value: string, path: string): string {
  const allowed = literalsOfParameters[`${at.name} ${path}`]
  if (allowed) literal(allowed, value, path)
  return value
}

function literal(allowed: readonly unknown[], value: FormValue, path: string): unknown {
  const found = allowed.find((one) => String(one) === value)
  if (found !== undefined) return found
  throw refused(`Invalid ${path}: must be one of ${allowed.join(', ')}`, { param: path })
}

function fail(path: string, what: string, code?: string): never {
  throw refused(`Invalid ${path}: ${what} is expected`, { param: path, ...(code ? { code } : {}) })
}
