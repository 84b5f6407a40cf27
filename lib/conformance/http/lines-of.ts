import { Failure } from './failure'

const newline = 0x0a

/** Lines without their ends (`\n` or `\r\n`), none of them longer than the limit, holding never more than one line and one piece. */
export async function* linesOf(
  pieces: AsyncIterable<Buffer>,
  longest: number,
  seen: (piece: Buffer) => void,
): AsyncGenerator<string> {
  let rest: Buffer[] = []
  let held = 0
  for await (const piece of pieces) {
    seen(piece)
    let from = 0
    for (let at = piece.indexOf(newline); at !== -1; at = piece.indexOf(newline, from)) {
      if (held + at - from > longest) throw new Failure('BODY_TOO_LARGE')
      yield lineOf([...rest, piece.subarray(from, at)])
      rest = []
      held = 0
      from = at + 1
    }
    if (from < piece.length) rest.push(piece.subarray(from))
    held += piece.length - from
    if (held > longest) throw new Failure('BODY_TOO_LARGE')
  }
  if (held > 0) yield lineOf(rest)
}

function lineOf(parts: Buffer[]): string {
  return Buffer.concat(parts).toString('utf8').replace(/\r$/, '')
}
