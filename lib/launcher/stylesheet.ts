import { writeFileSync } from 'node:fs'
import { compile, NodePackageImporter } from 'sass'

/**
 * components/ui/nhsuk.scss → nhsuk.css, without what may not or need not be here: the Frutiger font (NHS sites only), and two
 * constructs for browsers long gone that the bundler refuses.
 */
export function writeStylesheet(): void {
  const { css } = compile('components/ui/nhsuk.scss', {
    style: 'compressed',
    importers: [new NodePackageImporter()],
    quietDeps: true,
  })
  const slim = css
    .replace(/@font-face\s*\{[^}]*\}/g, '')
    .replace(/@media screen\\0[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    .replace(/@container scroll-content\s*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')

    .replace(/@container scroll-state\([^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    .replace(/url\("\/assets[^)]*\)/g, 'none')
    .replace(/^\uFEFF/, '')
    .replaceAll('"Frutiger W01",', '')
  writeFileSync('components/ui/nhsuk.css', slim)
}
