import { writeFileSync } from 'node:fs'
import { compile, NodePackageImporter } from 'sass'

/**
 * components/ui/nhsuk.scss → nhsuk.css, without what may not or need not be here: the Frutiger font (NHS sites only), rules for
 * what the design system's own script would make of the page, and constructs that the bundler refuses.
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
    .replace(/[^{}]+\{[^{}]*\}/g, (rule) => (isLeftOut(rule) ? '' : rule))
    .replace(/@container scroll-content\s*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    .replace(/@container scroll-state\([^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    .replace(/url\("\/assets[^)]*\)/g, 'none')
    .replace(/^\uFEFF/, '')
    .replaceAll('"Frutiger W01",', '')
  writeFileSync('components/ui/nhsuk.css', slim)
}

const madeByScript = /nhsuk-frontend-supported|js-enabled|nhsuk-file-upload(__(?!input)|--)/

/** Variants of components that no page of ours uses; the test beside this keeps it so. */
export const unused =
  /--reverse|nhsuk-(card--(care|warning|clickable)|expander|scroll|action-link|back-link|button-group|icon|table__heading-tab|table__panel-with-heading-tab)/

/** Whether every selector of a rule is about something that only the script makes, or that no page has. */
function isLeftOut(rule: string): boolean {
  const selectors = rule
    .slice(0, rule.indexOf('{'))
    .replace(/:not\((?:[^()]|\([^()]*\))*\)/g, '') // a rule for all but them is a rule for ours
    .split(',')
  return selectors.every((selector) => madeByScript.test(selector) || unused.test(selector))
}
