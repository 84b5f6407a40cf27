import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CorrectForm } from '@/components/reference/correct-form'
import { Corrections } from '@/components/reference/corrections'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { History } from '@/components/ui/history'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { referenceKind } from '@/lib/assurance/reference-kinds'
import { getHistory } from '@/lib/audit/get-history'
import { mayKeepReference } from '@/lib/catalogue/reference-policy'
import { requireContext } from '@/lib/identity/context'
import { textOf } from '@/lib/platform/corrections/correction-rules'
import { getRow } from '@/lib/platform/corrections/list-rows'
import { wordsFor } from '@/lib/platform/words-for'
import { correct, giveItBack } from '../../actions'

export const metadata: Metadata = { title: 'A row of reference data' }

const doneWords: Record<string, string> = {
  corrected: 'It is saved, and holds against later files.',
  same: 'Nothing was changed.',
  added: 'It is added.',
  given: 'The next file decides again. The value stays until then.',
}

type Props = { params: Promise<{ kind: string; row: string }>; searchParams: Promise<{ done?: string }> }

export default async function ReferenceRowPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const { kind: slug, row: address } = await params
  const kind = referenceKind(slug)
  const row = kind && (await getRow(mayKeepReference(ctx.actor), kind, decodeURIComponent(address)))
  if (!kind || !row) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[{ href: `/admin/reference/${slug}`, text: kind.title }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption={row.address}>{textOf(row.values[kind.heading])}</PageTitle>
      {row.values.absent === true ? <p>The newest file no longer holds this row.</p> : null}
      <CorrectForm kind={kind} row={row} correct={correct} />
      <Corrections kind={kind} row={row} giveBack={giveItBack} />
      <h2 className="nhsuk-heading-m">History</h2>
      <History lines={await getHistory([{ type: kind.table, id: row.rowKey }])} />
    </>
  )
}
