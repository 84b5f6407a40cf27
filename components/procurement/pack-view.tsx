import { Notice } from '@/components/ui/notice'
import { SummaryList } from '@/components/ui/summary-list'
import { Table } from '@/components/ui/table'
import { Warning } from '@/components/ui/warning'
import type { PdfBlock } from '@/lib/platform/pdf-document'

type Props = { id: string; sha256: string; given: string | undefined; blocks: PdfBlock[] }

/** The evidence of a decision: to read here, as files, and whether a file that somebody holds is the same (P5). */
export function PackView({ id, sha256, given, blocks }: Props) {
  const hash = given && /^[0-9a-f]{64}$/.test(given) ? given : undefined
  return (
    <>
      {hash === undefined ? null : hash === sha256 ? (
        <Notice title="It matches">The file is this decision pack, byte for byte.</Notice>
      ) : (
        <Warning title="It does not match">
          <p>
            The file is not this decision pack. Its SHA-256 is <code className="tw:break-all">{hash}</code>. One changed
            letter is enough.
          </p>
        </Warning>
      )}
      <SummaryList
        rows={[
          { key: 'SHA-256', value: <code className="tw:break-all">{sha256}</code> },
          { key: 'Evidence', value: <a href={`/projects/${id}/pack.json`}>Download the pack (JSON)</a> },
          { key: 'To read or print', value: <a href={`/projects/${id}/pack.pdf`}>Download the pack (PDF)</a> },
        ]}
      />
      {blocks.map((block, i) => {
        if (block.kind === 'table')
          return (
            <Table
              key={block.caption}
              caption={block.caption}
              columns={block.header.map((heading) => ({ heading }))}
              rows={block.rows.map((cells, row) => ({ key: `${block.caption}-${row}`, cells }))}
            />
          )
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks never change their order
        return <p key={i}>{block.text}</p>
      })}
    </>
  )
}
