import { exportPart, type FilePart } from './file-part'
import { setKeys } from './kernel-keys'
import { Kernel } from './kernel-program'
import { LineBuffer } from './line-buffer'
import { scanFile } from './scan-file'
import { setTouched, type TouchedTypes } from './touched-types'

/** One file to be read apart from the others. Plain data, so that it can be sent to a worker. */
export type PartTask = {
  folder: string
  path: string
  maxLine: number
  fingerprintKey: Uint8Array
  touched: TouchedTypes
}

/** Reads files one after the other in a kernel of its own, and answers what another kernel can take in. */
export class PartScanner {
  private readonly kernel = new Kernel()
  private readonly buffer = new LineBuffer(this.kernel)

  constructor(fingerprintKey: Uint8Array) {
    setKeys(this.kernel, fingerprintKey)
  }

  async scan({ folder, path, maxLine, touched }: PartTask, progress: (bytes: number) => void): Promise<FilePart> {
    const { exports } = this.kernel
    setTouched(this.kernel, touched)
    exports.clearSide(0)
    const uuids: number = exports.uuids.value
    const part: Pick<FilePart, 'faults' | 'asked'> = { faults: [], asked: [] }
    const file = await scanFile(this.kernel, this.buffer, {
      side: 0,
      folder,
      path,
      file: 0,
      maxLine,
      fault: (code, line, byte = 0) => part.faults.push({ code, line, byte }),
      asked: ({ record, line, bytes, isIrregular }) =>
        part.asked.push({ record, line, offset: this.kernel.offsetOf(0, record), length: bytes.length, isIrregular }),
      progress,
    })
    return { ...part, file, hasUuids: exports.uuids.value > uuids, ...exportPart(this.kernel, 0) }
  }
}
