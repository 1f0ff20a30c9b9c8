/** `npm run build` and its kin: set up what is missing, then banben in the same process. */
import {setUp} from './setup.mjs'

const [command, ...rest] = process.argv.slice(2)
const formats = rest[rest.indexOf('--format') + 1] ?? ''
const pdf = command === 'build' && (!rest.includes('--format') || formats.includes('pdf'))
await setUp({browser: pdf})
await import(new URL(`../${process.env.BANBEN_LIB || 'lib'}/cli.js`, import.meta.url).href)
