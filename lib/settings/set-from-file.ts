import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { ok, type Refusal, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { Setting } from './setting'
import { maySet } from './setting-policy'
import { typedValue } from './setting-rules'
import { findSettings, lockKey } from './setting-store'
import { readSettingsFile, type SettingLine } from './settings-file-rules'
import { writeSetting } from './write-setting'

const mostReasons = 20

/** Sets the authority's settings from a file, all or none. What stands so already is left alone, so the same file again sets nothing. */
export function setSettingsFromFile(
  ctx: Context,
  bytes: Uint8Array,
): Promise<Result<{ set: number; unchanged: number }>> {
  return transaction(async (tx) => {
    const decision = maySet(ctx.actor, null)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const { lines, errors } = readSettingsFile(bytes, dayOf(ctx.now))
    if (errors.length > 0) return refuse(refused(errors))
    if (lines.length === 0) return refuse(refused(['No line of the file has a value']))
    const keys = lines.map(({ key }) => key).toSorted()
    // In one order, so that two files wait for each other and never for both.
    for (const key of keys) await lockKey(tx, key, null)
    const rows = await findSettings(tx, keys, null)
    const lastOf = (key: string) => rows.filter((row) => row.key === key).at(-1)
    const news = lines.filter((line) => !isSame(line, lastOf(line.key)))
    const reasons: string[] = []
    for (const { line, ...of } of news) {
      const set = await writeSetting(tx, ctx, { ...of, organisationId: null }, lastOf(of.key))
      if (!set.ok) reasons.push(`Line ${line}, ${of.key}: ${wordsOf(set.refusal)}`)
    }
    if (reasons.length > 0) return refuse(refused(reasons))
    return ok({ set: news.length, unchanged: lines.length - news.length })
  })
}

const isSame = ({ key, value, source, verifiedOn }: SettingLine, last: Setting | undefined): boolean =>
  last !== undefined &&
  last.source === source &&
  last.verifiedOn === verifiedOn &&
  typedValue(key, last.value) === value.trim().replaceAll('\r\n', '\n')

function refused(reasons: string[]): Refusal {
  const more = reasons.length - mostReasons
  const file = [...reasons.slice(0, mostReasons), ...(more > 0 ? [`and ${more} more`] : [])]
  return { kind: 'invalid', fields: { file } }
}

const wordsOf = (refusal: Refusal): string =>
  refusal.kind === 'invalid' ? Object.values(refusal.fields).flat().join('. ') : 'somebody set it a moment ago'
