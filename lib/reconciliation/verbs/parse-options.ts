import { parseArgs } from 'node:util'
import type { Options, Verb } from './verb'

/** The options of a verb; undefined where one is unknown, lacks its value or is missing. */
export function parseOptions(args: string[], { needs, may, flags = [], many }: Verb): Options | undefined {
  const texts = [...needs, ...may].filter((name) => name !== many)
  const options = Object.fromEntries([
    ...texts.map((name) => [name, { type: 'string' as const }]),
    ...flags.map((name) => [name, { type: 'boolean' as const }]),
    ...(many ? [[many, { type: 'string' as const, multiple: true }]] : []),
  ])
  try {
    const { values, positionals } = parseArgs({ args, options, strict: true, allowPositionals: many !== undefined })
    const found = values as Record<string, string | boolean | string[] | undefined>
    if (needs.some((name) => !found[name] || found[name].toString() === '')) return undefined
    return {
      text: Object.fromEntries(texts.map((name) => [name, found[name] as string | undefined])),
      flags: new Set(flags.filter((name) => found[name])),
      many: many ? [...((found[many] as string[] | undefined) ?? []), ...positionals] : [],
    }
  } catch {
    return undefined
  }
}
