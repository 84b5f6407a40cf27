import dagre from '@dagrejs/dagre'
import { type Link, linkKey, type Picture } from './picture-rules'

export type Box = { id: string; x: number; y: number; lines: string[] }
export type Line = {
  link: Link
  key: string
  number: number
  points: { x: number; y: number }[]
  at: { x: number; y: number }
}
export type Drawing = { width: number; height: number; boxes: Box[]; lines: Line[] }

export const boxSize = { width: 190, height: 64 }
const mark = { width: 26, height: 26 }
const lettersALine = 20

/**
 * Where each module and each line of the picture stands, by layers. Every line bears a number on its way, which the table
 * explains: so a line is told apart without its colour.
 */
export function layOut({ nodes, links }: Picture): Drawing {
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 44, marginx: 12, marginy: 12 })
  for (const { id } of nodes) graph.setNode(id, { ...boxSize })
  links.forEach((link) => {
    graph.setEdge(link.from, link.to, { ...mark, labelpos: 'c' }, linkKey(link))
  })
  dagre.layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: nodes.map(({ id, name }) => ({ id, x: graph.node(id).x, y: graph.node(id).y, lines: wrapped(name) })),
    lines: links.map((link, i) => {
      const key = linkKey(link)
      const { points = [], x = 0, y = 0 } = graph.edge({ v: link.from, w: link.to, name: key })
      return { link, key, number: i + 1, points, at: { x, y } }
    }),
  }
}

/** A name on at most three short lines; what is left over ends in three dots, and stands in full in the table. */
export function wrapped(name: string): string[] {
  const lines: string[] = []
  for (const word of name.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= lettersALine) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.length > lettersALine ? `${word.slice(0, lettersALine - 1)}…` : word)
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2]!.slice(0, lettersALine - 1)}…`]
}
