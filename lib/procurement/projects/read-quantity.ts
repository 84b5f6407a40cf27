import 'server-only'
import { getListSize } from '@/lib/identity/get-list-size'
import { getOrganisation } from '@/lib/identity/get-organisation'
import { listPractices } from '@/lib/identity/list-practices'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { codesOf, readPracticeList } from './practice-list-rules'
import type { Needs, ProjectPractice } from './project'

type Quantity = { size: Pick<Needs, 'listSize' | 'listSizeAsOf'>; named: ProjectPractice[] }

/**
 * How much a need asks for: the list size of the practice that buys, or of all that a commissioner names, of its own area alone
 * (T5). The date is that of the oldest of these list sizes.
 */
export async function readQuantity(
  tx: Tx,
  organisationId: string,
  given: { practices: string; file: string },
  today: Day,
): Promise<Result<Quantity>> {
  const buyer = await getOrganisation(tx, organisationId)
  if (buyer?.kind === 'commissioner') return ofSeveral(tx, buyer.code ?? '', given, today)
  const size = await getListSize(tx, organisationId, today)
  return size
    ? ok({ size: { listSize: size.patients, listSizeAsOf: size.asOf }, named: [] })
    : refuse({
        kind: 'conflict',
        because: 'No list size of your practice is known. A curator must import the published list sizes first.',
      })
}

async function ofSeveral(
  tx: Tx,
  partOfCode: string,
  given: { practices: string; file: string },
  today: Day,
): Promise<Result<Quantity>> {
  const codes = codesOf(given).slice(0, 1_000)
  const known = codes.length > 0 ? await listPractices(tx, { codes, partOfCode }, today) : []
  const read = readPracticeList(given, Object.fromEntries(known.map((practice) => [practice.code, practice])))
  if (!read.ok) return read
  const named = read.value
  const [oldest] = named.map(({ listSizeAsOf }) => listSizeAsOf).sort()
  const listSize = named.reduce((sum, practice) => sum + practice.listSize, 0)
  return ok({ size: { listSize, listSizeAsOf: oldest! }, named })
}
