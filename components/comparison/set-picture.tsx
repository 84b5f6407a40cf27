import { Table } from '@/components/ui/table'
import { boxSize, type Drawing, layOut } from '@/lib/comparison/picture-layout'
import {
  type Link,
  type LinkKind,
  type LinkState,
  linkKindWords,
  linkStateWords,
  type Picture,
} from '@/lib/comparison/picture-rules'

/** Width and dashes of a line say its state; its number leads to the table. Colour only repeats the kind. */
const looks: Record<LinkState, { width: number; dashes: string }> = {
  proven: { width: 4, dashes: '' },
  confirmed: { width: 2, dashes: '' },
  claimed: { width: 2, dashes: '7 5' },
  disputed: { width: 2, dashes: '2 4' },
  stated: { width: 2, dashes: '12 3 2 3' },
}
const colours: Record<LinkKind, string> = {
  requires: '#330072',
  'works-with': '#005eb8',
  conflicts: '#b00020',
  integration: '#00626a',
}

/** Which modules of a set speak with which, and who stands behind it: drawn on the server, and said in a table. */
export function SetPicture({ picture }: { picture: Picture }) {
  const drawing = layOut(picture)
  const nameOf = (id: string) => picture.nodes.find((node) => node.id === id)?.name ?? 'A module'
  const said = ({ from, to, kind }: Link) => `${nameOf(from)} ${linkKindWords[kind]} ${nameOf(to)}`
  return (
    <>
      <h3 className="nhsuk-heading-s">Which of these works with which</h3>
      {picture.links.length === 0 ? (
        <p>Nothing is stated about any two of these modules. That is not known, not good.</p>
      ) : (
        <>
          <Drawn
            drawing={drawing}
            text={picture.links.map((link) => `${said(link)}: ${linkStateWords[link.state]}`).join('. ')}
          />
          <p className="muted">
            Thick line: proven. Thin line: confirmed. Dashes: claimed. Dots: disputed. Dash and dot: stated. An arrow
            points at the module that is spoken of. The number of a line is its row in the table.
          </p>
          <Table
            caption="The same in words"
            columns={['Line', 'What is said', 'State', 'More about it'].map((heading) => ({ heading }))}
            rows={drawing.lines.map(({ link, key, number }) => ({
              key,
              cells: [number, said(link), linkStateWords[link.state], link.detail || 'Nothing more is stated'],
            }))}
          />
        </>
      )}
    </>
  )
}

function Drawn({ drawing, text }: { drawing: Drawing; text: string }) {
  const { width, height, boxes, lines } = drawing
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="scroll-box" aria-label="Picture of this set" tabIndex={0}>
      <svg
        className="tw:max-w-none!"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby="set-title set-text"
      >
        <title id="set-title">Which of these modules works with which</title>
        <desc id="set-text">{text}</desc>
        <defs>
          <marker
            id="set-arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="12"
            markerHeight="12"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0L8 4L0 8z" fill="#212b32" />
          </marker>
        </defs>
        {lines.map((line) => (
          <Way line={line} key={line.key} />
        ))}
        {boxes.map(({ id, x, y, lines: words }) => (
          <g key={id}>
            <rect
              x={x - boxSize.width / 2}
              y={y - boxSize.height / 2}
              {...boxSize}
              rx="4"
              fill="#ffffff"
              stroke="#212b32"
              strokeWidth="2"
            />
            {words.map((word, i) => (
              <text
                key={word}
                x={x}
                y={y + 5 + (i - (words.length - 1) / 2) * 18}
                textAnchor="middle"
                fontSize="15"
                fill="#212b32"
              >
                {word}
              </text>
            ))}
          </g>
        ))}
      </svg>
    </section>
  )
}

function Way({ line: { link, points, at, number } }: { line: Drawing['lines'][number] }) {
  const { width, dashes } = looks[link.state]
  const colour = colours[link.kind]
  return (
    <g>
      <path
        d={points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')}
        fill="none"
        stroke={colour}
        strokeWidth={width}
        strokeDasharray={dashes}
        markerEnd={link.kind === 'conflicts' ? undefined : 'url(#set-arrow)'}
      />
      <circle cx={at.x} cy={at.y} r="12" fill="#ffffff" stroke={colour} strokeWidth="1.5" />
      <text x={at.x} y={at.y + 5} textAnchor="middle" fontSize="14" fill="#212b32">
        {number}
      </text>
    </g>
  )
}
