/** Content security policy of the page: nothing from the network, only this style and this script. */
import {createHash} from 'node:crypto'

/** @param style Text of the page's `style` element; @param script of its `script` elements. */
export function policyOf(style: string, scripts: string[]): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  return [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    `script-src ${scripts.map(hash).join(' ')}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
