import { spawnSync } from 'node:child_process'
import { step } from './steps'
import { writeStylesheet } from './stylesheet'

/** Every page is drawn when it is asked for, so the build reads no database; it only loads the code that would. */
const nowhere = 'postgresql://nobody@127.0.0.1:1/nothing'

/** The production build of the pages, where anything that goes into it has changed. */
export async function buildWeb(): Promise<void> {
  await prepareStylesheet()
  await step(
    '.next/built-from',
    [
      'app',
      'components',
      'lib',
      'prisma/schema',
      'prisma/seed',
      'proxy.ts',
      'next.config.ts',
      'postcss.config.mjs',
      'package-lock.json',
    ],
    'Building the pages',
    () => {
      const answer = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
        env: { ...process.env, DATABASE_URL: nowhere, NEXT_TELEMETRY_DISABLED: '1' },
        encoding: 'utf8',
      })
      if (answer.status !== 0) throw new Error(`The build failed:\n${answer.stdout}\n${answer.stderr}`)
    },
  )
}

export function prepareStylesheet(): Promise<void> {
  return step(
    '.cache/stylesheet',
    ['components/ui/nhsuk.scss', 'lib/launcher/stylesheet.ts', 'package-lock.json'],
    'Writing the style sheet',
    writeStylesheet,
  )
}
