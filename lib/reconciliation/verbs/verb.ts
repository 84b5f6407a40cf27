/** Where a verb speaks: `out` for what was asked for, `err` for progress and complaints, a line at a time. */
export type Terminal = {
  out: (text: string) => void
  err: (text: string) => void
  /** A line that the next one may overwrite; absent where nobody watches. */
  progress?: (text: string) => void
  /** The instant at which a run starts and ends; only the command line reads the clock. */
  now: () => Date
}

/** 0 done, valid, nothing unexplained · 1 not valid, differences · 2 input faulty, no verdict · 3 stopped · 64 usage · 70 internal. */
export type ExitCode = 0 | 1 | 2 | 3 | 64 | 70

export type Options = {
  /** Options with a value, by name without dashes. */
  text: Record<string, string | undefined>
  flags: ReadonlySet<string>
  /** Values of the one option that takes several. */
  many: string[]
}

export type Verb = {
  usage: string
  needs: string[]
  may: string[]
  flags?: string[]
  /** The option that takes one value or more. */
  many?: string
  run: (options: Options, io: Terminal) => ExitCode | Promise<ExitCode>
}

/** Something the caller can mend: the run ends with this code and these words. */
export class Refusal extends Error {
  constructor(
    readonly code: ExitCode,
    because: string,
  ) {
    super(because)
  }
}

export function say<Code extends ExitCode>(io: Terminal, code: Code, text: string): Code {
  io.err(text)
  return code
}
