import { Fills, FillWords } from '@/components/comparison/plans/picture-looks'
import { nameLines } from '@/lib/comparison/bar-rules'
import type { AbsoluteView } from '@/lib/comparison/scoring/absolute-words'
import { costBars, costKindWords } from '@/lib/comparison/scoring/cost-bar-rules'
import { poundsWords } from '@/lib/platform/money'

const [width, bar, step] = [320, 20, 62] as const

/** Whole-life costs as bars made of their parts, drawn on the server; option that another beats stands in grey. */
export function AbsolutePicture({ view, id }: { view: AbsoluteView; id: string }) {
  const bars = costBars(view.lines, width)
  const kinds = [...new Set(bars.flatMap((b) => b.segments.map(({ kind }) => kind)))]
  const said = view.lines.map((line) => `${line.name}: ${poundsWords(line.costPence)}`).join('. ')
  return (
    <figure className="tw:mx-0 tw:mb-6 tw:max-w-lg">
      <svg
        viewBox={`0 0 ${width} ${view.lines.length * step}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-text`}
        width="100%"
      >
        <title id={`${id}-title`}>Whole-life cost of each option</title>
        <desc id={`${id}-text`}>{said}</desc>
        <Fills id={id} />
        {view.lines.map((line, row) => (
          <g key={line.id}>
            <text x="0" y={row * step + 14} fontSize="13" fontWeight="bold" fill={line.beaten ? '#4c6272' : '#212b32'}>
              {nameLines(line.name, undefined, 1)}
            </text>
            {bars[row]!.segments.map(({ kind, x, width: wide }) => (
              <rect
                key={kind}
                x={x}
                y={row * step + 20}
                width={wide}
                height={bar}
                fill={line.beaten ? '#aeb7bd' : `url(#${id}-${kinds.indexOf(kind)})`}
                stroke={line.beaten ? '#4c6272' : '#ffffff'}
                strokeDasharray={line.beaten ? '3 2' : undefined}
              />
            ))}
            <text x="0" y={row * step + 54} fontSize="12" fill="#212b32">
              {poundsWords(line.costPence)}
              {line.beaten ? ', beaten outright' : ''}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="nhsuk-body-s">
        <FillWords id={id} words={kinds.map((kind, i) => ({ fill: i, text: costKindWords[kind] }))} />
        {view.lines.some(({ beaten }) => beaten) ? 'Dashed and grey: another option is no dearer and no worse.' : null}
      </figcaption>
    </figure>
  )
}
