import { z } from 'zod'
import { isNumber, isObject, type Json, type JsonObject } from '../json/json'

/**
 * Declared rules (§7.3). Each says which difference between two systems is meant, why, and who answers for it; its examples are
 * run when the profile is loaded (RU-01). An unknown key is refused (RU-05). docs/reconciliation-rules.md says it in plain words.
 *
 * A path is field names below the resource, joined by dots; arrays on the way are walked item by item. A step may keep only
 * items with a certain text: `extension[url=https://example.org/x].valueString`.
 */
const resource = z.custom<JsonObject>((value) => isObject(value as Json), 'must be an object')
const scalar = z.custom<Json>(
  (value) => value === null || ['string', 'boolean'].includes(typeof value) || isNumber(value as Json),
  'must be a text, a number, true, false or null',
)
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9._-]{0,63}$/, 'must be a short name')
const typeName = z.string().regex(/^[A-Z][A-Za-z0-9]{0,63}$/, 'must be the name of a resource type')
const field = z.string().regex(/^_?[A-Za-z][A-Za-z0-9]*$/, 'must be one field name')
const path = z
  .string()
  .regex(
    /^_?[A-Za-z][A-Za-z0-9]*(\[[A-Za-z]+=[^\]]+\])?(\._?[A-Za-z][A-Za-z0-9]*(\[[A-Za-z]+=[^\]]+\])?)*$/,
    'must be field names joined by dots',
  )
const text = z.string().min(1)

const common = {
  id: name,
  /** Rises with every change; printed in the report. */
  version: z.int().min(1),
  /** Resource type the rule is for; `*` is every type. */
  type: typeName.or(z.literal('*')),
  /** The side whose resources it changes before they are compared (RU-02). */
  side: z.enum(['source', 'target', 'both']),
  reason: text,
  owner: text,
  /** Resources before and after this rule alone; at least one. */
  examples: z.array(z.strictObject({ before: resource, after: resource })).min(1),
}

export const ruleSchema = z.discriminatedUnion('kind', [
  /** What stands at `path` is left out; an array that this empties goes with it. */
  z.strictObject({ ...common, kind: z.literal('drop'), path }),
  /** The last field of `path` is called `to`, in the same object; where `to` is there already, nothing is changed. */
  z.strictObject({ ...common, kind: z.literal('rename'), path, to: field }),
  /** The text, number (by its literal), boolean or null `from` at `path` becomes `to`. */
  z.strictObject({ ...common, kind: z.literal('value'), path, from: scalar, to: scalar }),
  /**
   * The Codings at `path` are replaced by a table: a CSV file beside the profile with the columns fromSystem, fromCode, toSystem,
   * toCode and, if wished, toDisplay (where it is empty or absent the display is left as it is).
   */
  z.strictObject({
    ...common,
    kind: z.literal('map-code'),
    path,
    table: text,
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hex digits'),
  }),
  /**
   * The `unit`, `code` or `system` of a quantity at `path`, literal to literal, and only in an object that has a number as its value, or a unit:
   * this kind may touch protected paths, so it must reach nothing but units. The value is not converted: that is `scale`.
   */
  z.strictObject({
    ...common,
    kind: z.literal('unit'),
    path: path.regex(/(^|\.)(unit|code|system)$/, 'must end in unit, code or system'),
    from: text,
    to: text,
  }),
  /** The number at `path` times `factor` (a decimal), exactly; written without exponent and without closing zeros. */
  z.strictObject({
    ...common,
    kind: z.literal('scale'),
    path,
    factor: z.string().regex(/^-?(?=.*[1-9])\d+(\.\d+)?$/, 'must be a decimal other than 0, as a text'),
  }),
  /** Codings of `system` are left out of the array at `path`; an array that this empties goes with it. */
  z.strictObject({ ...common, kind: z.literal('filter-coding'), path, system: text }),
  /** The order of the array at `path` means nothing. */
  z.strictObject({ ...common, kind: z.literal('unordered'), path }),
  /** Resources of `type` are called `to`. */
  z.strictObject({ ...common, kind: z.literal('type'), type: typeName, to: typeName }),
])

export type Rule = z.infer<typeof ruleSchema>
