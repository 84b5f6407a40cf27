import type { Fault, Faulty } from '../compare/comparison'
import type { Side } from '../compare/side'
import { type FaultCode, faultMessages, listedFaults } from '../input/fault-list'
import { isTypeName } from '../input/read-side'
import { isObject } from '../json/json'
import { parseJson } from '../json/parse-json'

/** After all lines of a file: what is wrong with it as a whole. */
const wholeFile = Number.MAX_SAFE_INTEGER

/** The faults of one side, put into the order of files and lines at the end: ids that stand twice are found last. */
export class LineFaults {
  private readonly found: { file: number; line: number; fault: Fault }[] = []
  count = 0

  constructor(private readonly side: Side) {}

  add(code: FaultCode, file: number, path: string, line?: number, byte = 0): void {
    this.count++
    // The first hundred of each kind of search are enough: no later one can come before them.
    if (this.found.length < 10 * listedFaults)
      this.found.push({
        file,
        line: line ?? wholeFile,
        fault: { code, side: this.side, file: path, line: line ?? 0, byte, message: faultMessages[code] },
      })
  }

  list(): Faulty {
    const sorted = this.found.sort((a, b) => a.file - b.file || a.line - b.line)
    return { faults: sorted.slice(0, listedFaults).map(({ fault }) => fault), count: this.count }
  }
}

/** What is wrong with a line that the kernel refused, exactly and in words (IN-03). Undefined where nothing is. */
export function faultOfLine(bytes: Uint8Array, maxLine: number): { code: FaultCode; byte: number } | undefined {
  if (bytes.length > maxLine) return { code: 'E-LINE', byte: maxLine }
  const parsed = parseJson(bytes)
  if (!parsed.ok) return { code: parsed.fault.code, byte: parsed.fault.byte }
  const type = isObject(parsed.value) ? parsed.value.get('resourceType') : undefined
  if (typeof type !== 'string' || !isTypeName(type) || !isObject(parsed.value)) return { code: 'E-TYPE', byte: 0 }
  const id = parsed.value.get('id')
  return id === undefined || (typeof id === 'string' && id !== '') ? undefined : { code: 'E-ID', byte: 0 }
}
