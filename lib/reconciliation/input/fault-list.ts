import type { Fault, Faulty } from '../compare/comparison'
import type { Side } from '../compare/side'
import { type JsonFaultCode, jsonFaultMessages } from '../json/json-fault'

/** IN-03, words for each fault. None quotes what stands in the file. */
export const faultMessages = {
  ...jsonFaultMessages,
  'E-LINE': 'The line is longer than the greatest length allowed',
  'E-GZIP': 'The gzip file is cut off, damaged or followed by other bytes',
  'E-TYPE': 'The line is no resource: it has no resourceType that is a name',
  'E-ID': 'This type and id stand twice on this side, or the id is no text',
  'E-EMPTY-SIDE': 'The folder holds no resource in .ndjson or .ndjson.gz files',
  'E-READ': 'The file or folder cannot be read',
  'E-CHANGED': 'The file changed while it was read',
} as const satisfies Record<JsonFaultCode, string> & Record<string, string>

export type FaultCode = keyof typeof faultMessages

/** IN-03: so many faults are listed, the rest are counted. */
export const listedFaults = 100

/**
 * The faults of a run, in the order they were met. Lines count from 1, bytes from 0 in their line; a fault of a whole file
 * has line 0 and byte 0, one of a whole folder has the empty file name.
 */
export class FaultList implements Faulty {
  readonly faults: Fault[] = []
  count = 0

  add(code: FaultCode, side: Side, file: string, line = 0, byte = 0): void {
    this.count++
    if (this.faults.length < listedFaults)
      this.faults.push({ code, side, file, line, byte, message: faultMessages[code] })
  }
}
